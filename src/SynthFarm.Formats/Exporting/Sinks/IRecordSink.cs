using SynthFarm.Formats.Json;

namespace SynthFarm.Formats.Exporting.Sinks;

/// <summary>Takes the records of an export one at a time. Nothing is in its place before <see cref="Complete"/>; disposed without it, nothing is left.</summary>
internal interface IRecordSink : IDisposable
{
    void Add(RecordValue record);

    void Complete();
}
