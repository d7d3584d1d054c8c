namespace SynthFarm.Core.Answers.Rules;

/// <summary>Asks every rule and shows where they disagree.</summary>
public static class AnswerPanel
{
    /// <summary>The verdicts of all rules, the default rule's first.</summary>
    public static IReadOnlyList<PanelVerdict> Judge(string gold, string response, string? statement = null)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(response);
        return [.. AnswerRules.All.Select(rule => new PanelVerdict(rule.Name, rule.Judge(gold, response, statement)))];
    }

    /// <summary>Whether one rule says correct and another wrong; unknown disagrees with nothing.</summary>
    public static bool Disagree(IReadOnlyList<PanelVerdict> verdicts)
    {
        ArgumentNullException.ThrowIfNull(verdicts);
        return verdicts.Any(entry => entry.Verdict.Verdict == Verdict.Correct) && verdicts.Any(entry => entry.Verdict.Verdict == Verdict.Wrong);
    }
}
