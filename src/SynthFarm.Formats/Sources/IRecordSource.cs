using SynthFarm.Formats.Faults;

namespace SynthFarm.Formats.Sources;

/// <summary>Reads records one at a time; memory is bounded by the largest record allowed, whatever the size of the file.</summary>
internal interface IRecordSource : IDisposable
{
    /// <summary>Whether the records are rows of a table whose columns all have.</summary>
    bool IsTable { get; }

    /// <summary>The records in their order. One that cannot be read is told to the log and comes without a value; reading goes on behind it where it can.</summary>
    IEnumerable<SourceRecord> Read(FaultLog faults);
}
