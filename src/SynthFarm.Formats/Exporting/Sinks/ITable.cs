using SynthFarm.Formats.Json;

namespace SynthFarm.Formats.Exporting.Sinks;

/// <summary>A file whose columns must be known before its first row.</summary>
internal interface ITable
{
    /// <summary>Looks at a record for its columns.</summary>
    void Observe(RecordValue record);

    /// <summary>Writes the file.</summary>
    /// <param name="records">The records that were looked at, again.</param>
    void Write(Stream output, IEnumerable<RecordValue> records);
}
