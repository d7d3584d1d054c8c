using System.CommandLine;
using SynthFarm.Cli.Terminal;
using SynthFarm.Core.Problems;
using SynthFarm.Farm.ProblemFiles;
using SynthFarm.Farm.Specification;

namespace SynthFarm.Cli.Commands.Problems.Hygiene;

/// <summary>The problem file that a hygiene command reads. Gold answers may be missing: telling so is part of the work.</summary>
internal sealed class HygieneInput
{
    private readonly Argument<string> _file = new("IN") { Description = "The problem file." };
    private readonly Option<int?> _maxLine = CommonOptions.Number("--max-line-bytes", "Longest line allowed (default 1000000).", 1024, 64 << 20);

    public void AddTo(Command command)
    {
        command.Add(_file);
        command.Add(_maxLine);
    }

    /// <summary>Reads the whole file; every fault of it is told before anything else is done.</summary>
    public ScannedProblemFile Read(ParseResult parse, Action<Problem> visit, CommandContext context)
    {
        var limits = new LimitOptions { AllowUnlabelled = true };
        limits = limits with { MaxLineBytes = parse.GetValue(_maxLine) ?? limits.MaxLineBytes };
        return ScannedProblemFile.Read(parse.GetRequiredValue(_file), limits, visit, context.Interrupted);
    }
}
