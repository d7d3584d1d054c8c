using System.CommandLine;
using SynthFarm.Cli.Terminal;
using SynthFarm.Core.LongThoughts;
using SynthFarm.Core.Problems;
using SynthFarm.Core.Randomness;
using SynthFarm.Corpus.Store;
using SynthFarm.Farm.Runs;

namespace SynthFarm.Cli.Commands.Trees;

/// <summary><c>synthfarm tree show</c>: a finished problem's tree and, on request, the long thought it gives.</summary>
internal sealed class TreeShowCommand : Command
{
    private readonly Argument<string> _directory = CommonOptions.Directory("The run directory.");
    private readonly Argument<string> _problem = new("PROBLEM_ID") { Description = "The problem's id, or the first characters of one." };
    private readonly Option<bool> _thought = new("--thought") { Description = "Print the long thought after the tree." };

    public TreeShowCommand()
        : base("show", "Draw the tree of a problem with scores, judgements and the way of the long thought.")
    {
        Add(_directory);
        Add(_problem);
        Add(_thought);
        this.Execute(Run);
    }

    private int Run(ParseResult parse, CommandContext context)
    {
        var directory = parse.GetRequiredValue(_directory);
        using var run = RunReader.Open(directory, context.Interrupted);
        var finished = Find(run, parse.GetRequiredValue(_problem));
        if (finished.Tree is not { } tree)
        {
            throw CliException.Failed($"Problem {finished.Problem.Id} ended without a tree ({CliJson.Name(finished.Outcome)}: {finished.Reason}).");
        }

        var steps = ProblemFamilies.Find(finished.Problem.Kind)?.Steps;
        var deriver = new LongThoughtDeriver(run.File.Spec.LongThoughts, ThoughtDialect.Think);
        var result = deriver.Derive(tree, steps, new Seed(run.File.Spec.Seed));
        foreach (var line in new TreeRenderer(tree, steps, result.Thought).Render())
        {
            context.Out.WriteLine(line);
        }

        if (parse.GetValue(_thought))
        {
            context.Out.WriteLine();
            context.Out.WriteLine(result.Thought is { } thought ? TerminalText.Block(thought.Render(ThoughtDialect.Think)) : $"No long thought: {result.Detail}");
        }

        return ExitCodes.Done;
    }

    private static FinishedProblem Find(RunReader run, string id)
    {
        if (run.Find(id) is { } exact)
        {
            return exact;
        }

        var matches = run.Read().Where(finished => finished.Problem.Id.StartsWith(id, StringComparison.Ordinal)).Take(2).ToList();
        return matches.Count switch
        {
            1 => matches[0],
            0 => throw CliException.Usage($"{run.Directory} holds no finished problem whose id begins with '{id}'."),
            _ => throw CliException.Usage($"'{id}' is the beginning of several ids, e.g. {matches[0].Problem.Id} and {matches[1].Problem.Id}."),
        };
    }
}
