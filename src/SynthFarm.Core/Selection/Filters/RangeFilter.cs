using System.Globalization;
using SynthFarm.Core.Selection.Candidates;

namespace SynthFarm.Core.Selection.Filters;

/// <summary>Keeps rows whose measure is known and lies between two bounds, both allowed.</summary>
internal sealed class RangeFilter(string reason, string measure, Func<SelectionCandidate, double?> value, double? min, double? max) : ICandidateFilter
{
    public string Reason => reason;

    public string? Fault(SelectionCandidate candidate) => value(candidate) switch
    {
        null => $"The {measure} is not known; {Allowed}.",
        { } found when found < min || found > max => $"The {measure} is {Text(found)}; {Allowed}.",
        _ => null,
    };

    private string Allowed => (min, max) switch
    {
        ({ } low, { } high) => $"allowed are {Text(low)} to {Text(high)}",
        ({ } low, null) => $"at least {Text(low)} is allowed",
        _ => $"at most {Text(max)} is allowed",
    };

    private static string Text(double? number) => number!.Value.ToString("0.######", CultureInfo.InvariantCulture);
}
