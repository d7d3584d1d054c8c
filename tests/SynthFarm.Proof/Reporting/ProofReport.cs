using System.Diagnostics;
using System.Globalization;

namespace SynthFarm.Proof.Reporting;

/// <summary>Tells what was measured and which promises did not hold, line by line as it becomes known.</summary>
internal sealed class ProofReport(TextWriter output)
{
    private readonly List<string> _violations = [];
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    /// <summary>What did not hold; empty when everything did.</summary>
    public IReadOnlyList<string> Violations => _violations;

    /// <summary>How many checks held.</summary>
    public int Held { get; private set; }

    /// <summary>Prints a figure or what is being done.</summary>
    public void Say(FormattableString text) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"[{_watch.Elapsed.TotalSeconds,7:F1}] {text.ToString(CultureInfo.InvariantCulture)}"));

    /// <summary>Notes whether a promise holds; one that does not is told at once and at the end.</summary>
    public void Require(bool holds, FormattableString promise)
    {
        if (holds)
        {
            Held++;
            return;
        }

        _violations.Add(promise.ToString(CultureInfo.InvariantCulture));
        Say($"VIOLATED: {_violations[^1]}");
    }

    /// <summary>Prints the verdict.</summary>
    /// <returns>Whether everything held.</returns>
    public bool Conclude()
    {
        Say(_violations.Count == 0 ? (FormattableString)$"{Held} checks held." : $"{_violations.Count} of {Held + _violations.Count} checks VIOLATED:");
        _violations.ForEach(violation => output.WriteLine($"  {violation}"));
        return _violations.Count == 0;
    }
}
