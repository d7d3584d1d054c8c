namespace SynthFarm.Formats.Sources;

/// <summary>How records lie in a file.</summary>
internal enum RecordForm
{
    /// <summary>JSON lines, or one array of objects.</summary>
    Json,

    /// <summary>CSV with a header.</summary>
    Csv,

    Parquet,
}
