using SynthFarm.Core.Hygiene.Duplicates;
using SynthFarm.Farm.ProblemFiles;

namespace SynthFarm.Cli.Commands.Problems.Hygiene;

/// <summary>What <c>problems dedup</c> did.</summary>
internal sealed record DedupSummary
{
    public required string File { get; init; }

    public required string Out { get; init; }

    /// <summary>Different problems; their statements may be equal where answer, kind or meta differ.</summary>
    public required int Problems { get; init; }

    /// <summary>Lines that hold a problem which stands above them, left out as everywhere.</summary>
    public required int EqualLines { get; init; }

    public required int Kept { get; init; }

    public required int Exact { get; init; }

    public required int Near { get; init; }

    /// <summary>Kept problems that others repeat.</summary>
    public required int Clusters { get; init; }

    /// <summary>Problems of the largest cluster, the kept one included; 0 without duplicates.</summary>
    public required int LargestCluster { get; init; }

    /// <summary>The options; null for exact duplicates only.</summary>
    public required NearDuplicateOptions? Options { get; init; }

    /// <summary>Pairs whose similarity was computed.</summary>
    public required long Compared { get; init; }

    /// <summary>Statements whose bucket had more members than were compared with.</summary>
    public required long PassedOver { get; init; }

    public static DedupSummary Of(ProblemFileReport report, string path, DuplicateFinder finder, NearDuplicateOptions? options)
    {
        var repeats = new Dictionary<int, int>();
        var (exact, near) = (0, 0);
        for (var i = 0; i < finder.Count; i++)
        {
            if (finder.Find(i) is { } duplicate)
            {
                repeats[duplicate.First] = repeats.GetValueOrDefault(duplicate.First, 1) + 1;
                exact += duplicate.Kind == DuplicateKind.Exact ? 1 : 0;
                near += duplicate.Kind == DuplicateKind.Near ? 1 : 0;
            }
        }

        return new DedupSummary
        {
            File = report.File,
            Out = path,
            Problems = report.Problems,
            EqualLines = report.Duplicates,
            Kept = report.Problems - exact - near,
            Exact = exact,
            Near = near,
            Clusters = repeats.Count,
            LargestCluster = repeats.Values.DefaultIfEmpty().Max(),
            Options = options,
            Compared = finder.Compared,
            PassedOver = finder.PassedOver,
        };
    }
}
