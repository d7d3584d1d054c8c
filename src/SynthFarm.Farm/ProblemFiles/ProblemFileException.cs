using SynthFarm.Core.Problems;

namespace SynthFarm.Farm.ProblemFiles;

/// <summary>A problem file cannot be used. Holds all its faults, up to the limit; nothing was written.</summary>
public sealed class ProblemFileException : Exception
{
    public ProblemFileException(ProblemFileReport report)
        : base(Describe(report))
    {
        Report = report;
        Faults = report.Faults;
    }

    public ProblemFileException(string message)
        : base(message)
    {
    }

    public ProblemFileException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public ProblemFileException()
    {
    }

    /// <summary>The whole report; null when the file could not be read at all.</summary>
    public ProblemFileReport? Report { get; }

    public IReadOnlyList<ProblemLineFault> Faults { get; } = [];

    private static string Describe(ProblemFileReport report)
    {
        var lines = report.Faults.Select(fault => $"{report.File}: {fault}").ToList();
        if (!report.IsComplete)
        {
            lines.Add($"{report.File}: reading stopped here; there may be more faults than these {report.Faults.Count}.");
        }

        return string.Join(Environment.NewLine, lines);
    }
}
