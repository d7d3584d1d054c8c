using System.CommandLine;
using SynthFarm.Cli.Terminal;
using SynthFarm.Core.Problems;
using SynthFarm.Core.Randomness;

namespace SynthFarm.Cli.Commands.Problems;

/// <summary><c>synthfarm problems generate</c>: draws different problems of a family into a file. The same options give the same file.</summary>
internal sealed class ProblemsGenerateCommand : Command
{
    private readonly Option<string> _family =
        CommonOptions.OneOf("--family", "The family.", null, [.. ProblemFamilies.All.Select(family => family.Kind)]);

    private readonly Option<int?> _count = CommonOptions.Number("--count", "How many problems.", 1, 10_000_000);
    private readonly Option<ulong?> _seed = CommonOptions.Number<ulong>("--seed", "Decides which problems (default 0).", 0, ulong.MaxValue);
    private readonly Option<string?> _out = CommonOptions.Text("--out", "The file to write; an existing one is replaced (- for standard output).", "FILE", required: true);
    private readonly Option<string?> _difficulty = CommonOptions.Text("--difficulty", "Countdown: how many numbers. Arithmetic: how many operations.", "N|A..B");
    private readonly Option<string> _split = CommonOptions.OneOf("--split", "Which part of the family to draw from; shipped models never saw heldout.", "all", "all", "train", "heldout");

    public ProblemsGenerateCommand()
        : base("generate", "Draw problems of a built-in family.")
    {
        _count.Required = true;
        foreach (var option in new Option[] { _family, _count, _seed, _out, _difficulty, _split })
        {
            Add(option);
        }

        this.Execute(Run);
    }

    private int Run(ParseResult parse, CommandContext context)
    {
        var family = ProblemFamilies.Find(parse.GetRequiredValue(_family))!;
        var count = parse.GetRequiredValue(_count)!.Value;
        var problems = new ProblemGeneration(family, Difficulty(parse, family), Split(parse)).Draw(count, new Seed(parse.GetValue(_seed) ?? 0));
        try
        {
            ProblemWriter.Write(parse.GetRequiredValue(_out)!, problems, context);
        }
        catch (ProblemsExhaustedException e)
        {
            throw CliException.Usage($"--count is {count}: {e.Message}", e);
        }

        return ExitCodes.Done;
    }

    private (int Min, int Max) Difficulty(ParseResult parse, IProblemFamily family) =>
        parse.GetValue(_difficulty) is { } text ? DifficultyRange.Read(text, family) : DefaultDifficulty.Of(family);

    private FamilySplit Split(ParseResult parse) => parse.GetValue(_split) switch
    {
        "train" => FamilySplit.Train,
        "heldout" => FamilySplit.HeldOut,
        _ => FamilySplit.All,
    };
}
