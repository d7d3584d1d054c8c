namespace SynthFarm.Core.Answers.Rules;

/// <summary>Counts a panel's verdicts. Adding in another order gives the same counts. Not thread-safe.</summary>
public sealed class PanelTally
{
    private static readonly int Rules = AnswerRules.All.Count;

    private readonly long[,] _verdicts = new long[Rules, 3];
    private readonly long[,] _disagreements = new long[Rules, Rules];
    private readonly long[] _agreements = new long[Rules];
    private long _pairs;
    private long _disagreed;

    /// <summary>Counts the verdicts of all rules on one pair.</summary>
    public void Add(IReadOnlyList<PanelVerdict> verdicts)
    {
        ArgumentNullException.ThrowIfNull(verdicts);
        ArgumentOutOfRangeException.ThrowIfNotEqual(verdicts.Count, Rules);
        _pairs++;
        _disagreed += AnswerPanel.Disagree(verdicts) ? 1 : 0;
        for (var i = 0; i < Rules; i++)
        {
            var verdict = verdicts[i].Verdict.Verdict;
            _verdicts[i, Index(verdict)]++;
            _agreements[i] += verdict == verdicts[0].Verdict.Verdict ? 1 : 0;
            for (var k = 0; k < i; k++)
            {
                var other = verdicts[k].Verdict.Verdict;
                _disagreements[k, i] += verdict != other && verdict != Verdict.Unknown && other != Verdict.Unknown ? 1 : 0;
            }
        }
    }

    /// <summary>The counts so far.</summary>
    public PanelSummary Summary() => new(
        _pairs,
        _disagreed,
        [.. AnswerRules.All.Select((rule, i) => new RuleCount(
            rule.Name, _verdicts[i, Index(Verdict.Correct)], _verdicts[i, Index(Verdict.Wrong)], _verdicts[i, Index(Verdict.Unknown)], _agreements[i]))],
        [.. Enumerable.Range(0, Rules).SelectMany(i => Enumerable.Range(0, i).Select(k => (First: k, Second: i)))
            .Where(pair => _disagreements[pair.First, pair.Second] > 0)
            .OrderBy(pair => pair.First).ThenBy(pair => pair.Second)
            .Select(pair => new RuleDisagreement(AnswerRules.All[pair.First].Name, AnswerRules.All[pair.Second].Name, _disagreements[pair.First, pair.Second]))]);

    private static int Index(Verdict verdict) => (int)verdict - (int)Verdict.Wrong;
}
