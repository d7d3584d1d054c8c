using System.CommandLine;
using SynthFarm.Core.Hygiene.GoldAudit;

namespace SynthFarm.Cli.Commands.Problems.Hygiene;

/// <summary>When a majority counts: the options that <c>audit</c> and <c>label</c> share.</summary>
internal sealed class AuditOptions
{
    private readonly Argument<string> _run = new("RUN") { Description = "The run directory." };
    private readonly Option<int?> _minAnswers = CommonOptions.Number("--min-answers", "Answers a tree must have (default 8).", 2, 1_000_000);
    private readonly Option<double?> _minShare = CommonOptions.Number("--min-share", "Share of them that must agree (default 0.6).", 0.501, 1.0);

    public void AddTo(Command command)
    {
        command.Add(_run);
        command.Add(_minAnswers);
        command.Add(_minShare);
    }

    public string Run(ParseResult parse) => parse.GetRequiredValue(_run);

    public GoldAuditOptions Read(ParseResult parse)
    {
        var defaults = new GoldAuditOptions();
        return defaults with { MinAnswers = parse.GetValue(_minAnswers) ?? defaults.MinAnswers, MinShare = parse.GetValue(_minShare) ?? defaults.MinShare };
    }
}
