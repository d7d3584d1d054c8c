using System.Globalization;
using SynthFarm.Cli.Terminal;
using SynthFarm.Core.LongThoughts;
using SynthFarm.Core.Problems;
using SynthFarm.Core.Randomness;
using SynthFarm.Corpus.Store;
using SynthFarm.Farm.Runs;

namespace SynthFarm.Cli.Commands.Demo;

/// <summary>Reads a finished demo once: the yield of each kind of problem, and a long thought worth showing.</summary>
internal sealed class DemoResult
{
    private const int GoodBacktracks = 2;

    private readonly SortedDictionary<(string Kind, string Level), (int Problems, int Accepted, long Tokens)> _yields = [];
    private (int Rank, string Id, Problem Problem, LongThought Thought)? _sample;

    public static DemoResult Read(string runDirectory, CancellationToken cancellationToken)
    {
        using var run = RunReader.Open(runDirectory, cancellationToken);
        var deriver = new LongThoughtDeriver(run.File.Spec.LongThoughts, ThoughtDialect.Think);
        var result = new DemoResult();
        foreach (var finished in run.Read())
        {
            result.Add(finished, deriver, new Seed(run.File.Spec.Seed));
        }

        return result;
    }

    public void Write(TextWriter output)
    {
        TextTable.Write(
            output, ["family", "difficulty", "problems", "accepted", "yield", "tokens/problem"],
            _yields.Select(pair => new[]
            {
                pair.Key.Kind,
                pair.Key.Level,
                Text($"{pair.Value.Problems:N0}"),
                Text($"{pair.Value.Accepted:N0}"),
                Text($"{100.0 * pair.Value.Accepted / pair.Value.Problems:F1} %"),
                Text($"{(double)pair.Value.Tokens / pair.Value.Problems:N0}"),
            }));
        if (_sample is { } sample)
        {
            output.WriteLine($"A long thought (problem {sample.Id}):");
            output.WriteLine();
            output.WriteLine(TerminalText.Block(sample.Problem.Statement));
            output.WriteLine();
            output.WriteLine(TerminalText.Block(sample.Thought.Render(ThoughtDialect.Think)).TrimEnd('\n'));
            output.WriteLine();
        }
    }

    private void Add(FinishedProblem finished, LongThoughtDeriver deriver, Seed seed)
    {
        var problem = finished.Problem;
        var isAccepted = finished.Outcome == ProblemOutcome.Accepted;
        var (problems, accepted, tokens) = _yields.GetValueOrDefault((problem.Kind ?? "", problem.Level ?? ""));
        _yields[(problem.Kind ?? "", problem.Level ?? "")] = (problems + 1, accepted + (isAccepted ? 1 : 0), tokens + (finished.Tree?.GeneratedTokens ?? 0));
        if (isAccepted && finished.Tree is { } tree
            && deriver.Derive(tree, ProblemFamilies.Find(problem.Kind)?.Steps, seed).Thought is { Backtracks: > 0 } thought)
        {
            Offer(problem, thought);
        }
    }

    // The same run shows the same sample: the choice follows from the thought and the id, not from the order of commits.
    private void Offer(Problem problem, LongThought thought)
    {
        var rank = (10 * Math.Abs(thought.Backtracks - GoodBacktracks)) + (problem.Kind == ProblemFamilies.Countdown.Kind ? 0 : 5);
        if (_sample is not { } best || rank < best.Rank || (rank == best.Rank && string.CompareOrdinal(problem.Id, best.Id) < 0))
        {
            _sample = (rank, problem.Id, problem, thought);
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
