using SynthFarm.Formats.Json;

namespace SynthFarm.Formats.Records;

/// <summary>Writes records of one published format.</summary>
/// <remarks>
/// Pure. An import calls it too: what it would not give back of a record is what the import keeps beside the problem, so a writer that
/// writes less loses nothing.
/// </remarks>
internal interface IFormatWriter
{
    RecordValue Write(ExportedRecord record);
}
