namespace SynthFarm.Formats.Exporting.Sinks;

/// <summary>Chooses the form of what is written.</summary>
internal static class RecordSinks
{
    private const string Gzip = ".gz";

    /// <param name="losses">Told what the form cannot hold.</param>
    public static IRecordSink Create(ProblemFormat format, string path, LossLog losses)
    {
        var name = path.EndsWith(Gzip, StringComparison.OrdinalIgnoreCase) ? path[..^Gzip.Length] : path;
        var ending = Path.GetExtension(name).ToLowerInvariant();
        if (format.AllowsFolder && (ending.Length == 0 || Directory.Exists(path)))
        {
            return new FolderSink(path);
        }

        var file = new OutputFile(path);
        return format.Form switch
        {
            Sources.RecordForm.Csv => new TableSink(file, new CsvTable(losses)),
            Sources.RecordForm.Parquet => new TableSink(file, new ParquetTable(losses)),
            _ => ending switch
            {
                ".parquet" => new TableSink(file, new ParquetTable(losses)),
                ".csv" => new TableSink(file, new CsvTable(losses)),
                ".json" => new JsonSink(file, isArray: true),
                _ => new JsonSink(file, isArray: false),
            },
        };
    }
}
