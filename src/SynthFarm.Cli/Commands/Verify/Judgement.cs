using SynthFarm.Core.Answers;

namespace SynthFarm.Cli.Commands.Verify;

/// <summary>What became of a pair.</summary>
/// <param name="Verdict">The asked-for rule's verdict.</param>
/// <param name="Panel">All rules' verdicts; null where they were not asked for.</param>
internal sealed record Judgement(AnswerVerdict Verdict, PanelEntry? Panel);
