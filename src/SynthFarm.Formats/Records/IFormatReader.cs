namespace SynthFarm.Formats.Records;

/// <summary>Reads the records of one published format.</summary>
/// <remarks>Looks at one record at a time and keeps nothing. What is wrong is told to the record's fields, every fault of it.</remarks>
internal interface IFormatReader
{
    /// <summary>What a record says. After a fault the result is not used.</summary>
    ReadOutcome Read(RecordFields record);
}
