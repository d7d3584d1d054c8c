using SynthFarm.Core.Answers;
using SynthFarm.Formats.Faults;
using SynthFarm.Formats.Json;

namespace SynthFarm.Formats.Importing;

/// <summary>Finds records that give one id other contents than the first record of that id.</summary>
/// <param name="holdsSolutions">Whether records may differ in what is not about the problem, because each adds a solution.</param>
internal sealed class IdConflicts(bool holdsSolutions, FaultLog faults, ImportTally tally)
{
    /// <summary>The records without those, which are told and counted.</summary>
    public List<ReadRecord> Without(IReadOnlyList<ReadRecord> records)
    {
        var (first, kept) = (records[0], new List<ReadRecord> { records[0] });
        foreach (var record in records.Skip(1))
        {
            if (first.Content.Id is { } id && Difference(first, record) is { } field)
            {
                var place = $"{first.Source.File.Name}, {first.Source.File.Unit} {first.Source.Position.Line}";
                faults.Add(ImportFault.At(
                    record.Source.File, record.Source.Position, field,
                    $"found other contents than in {place}, under the same id {QuotedText.Of(id)}; allowed is one problem for one id"));
                tally.LeftOut(ImportTally.Invalid);
            }
            else
            {
                kept.Add(record);
            }
        }

        return kept;
    }

    private string? Difference(ReadRecord first, ReadRecord second)
    {
        var (x, y) = (first.Content, second.Content);
        return x.Statement != y.Statement ? "problem"
            : x.Answer != y.Answer ? "answer"
            : x.Kind != y.Kind ? "kind"
            : x.Source != y.Source ? "source"
            : x.Topic != y.Topic ? "topic"
            : x.Level != y.Level ? "level"
            : x.Split != y.Split ? "split"
            : x.License != y.License ? "license"
            : holdsSolutions ? null
            : Changed(first.Source.Value!, second.Source.Value!);
    }

    private static string? Changed(RecordValue first, RecordValue second) => first.SameAs(second) ? null
        : first.Fields.Concat(second.Fields).Select(field => field.Key).First(name => first[name] is not { } x || second[name] is not { } y || !x.SameAs(y));
}
