using System.Text.Json;
using SynthFarm.Core.Hygiene.Triage;
using SynthFarm.Core.Problems;
using SynthFarm.Corpus.Statistics;

namespace SynthFarm.Farm.ProblemStatistics;

/// <summary>Counts problems as they pass, in memory that does not grow with them.</summary>
public sealed class ProblemCounter
{
    private readonly CategoryCounter _sources = new();
    private readonly CategoryCounter _topics = new();
    private readonly CategoryCounter _kinds = new();
    private readonly CategoryCounter _levels = new();
    private readonly CategoryCounter _triage = new();
    private readonly CategoryCounter _answers = new();
    private readonly CategoryCounter _choices = new();
    private readonly DistributionCounter _statementLengths = new();
    private readonly DistributionCounter _answerLengths = new();
    private long _problems;
    private long _plain;

    /// <summary>The name of an enum's value in counts, e.g. <c>multi-part</c>.</summary>
    public static string NameOf<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    /// <summary>Counts a problem.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="triage">What triage found about it.</param>
    public void Add(Problem problem, TriageReport triage)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(triage);
        _problems++;
        _sources.Add(problem.Source);
        _topics.Add(problem.Topic);
        _kinds.Add(problem.Kind);
        _levels.Add(problem.Level);
        _statementLengths.Add(problem.Statement.Length);
        _answers.Add(NameOf(triage.AnswerType));
        _plain += triage.IsPlain ? 1 : 0;
        foreach (var finding in triage.Findings)
        {
            _triage.Add(NameOf(finding.Class));
        }

        if (triage.Choice is { } choice)
        {
            _choices.Add(choice.Letter is null ? "neither" : choice.IsLetter ? "letter" : "text");
        }

        if (problem.HasGold)
        {
            _answerLengths.Add(problem.Answer.Length);
        }
    }

    /// <summary>The counts so far.</summary>
    public ProblemCounts Counts() => new()
    {
        Problems = _problems,
        Sources = _sources.Counts(),
        Topics = _topics.Counts(),
        Kinds = _kinds.Counts(),
        Levels = _levels.Counts(),
        Plain = _plain,
        Triage = _triage.Counts(),
        AnswerTypes = _answers.Counts(),
        Choices = _choices.Counts(),
        StatementLengths = _statementLengths.ToDistribution(),
        AnswerLengths = _answerLengths.ToDistribution(),
    };
}
