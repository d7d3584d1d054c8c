namespace SynthFarm.Core.Answers.Rules;

/// <summary>The rules by name: this project's own, and the published ones that results are compared with.</summary>
public static class AnswerRules
{
    /// <summary>All rules; the first is the default.</summary>
    public static IReadOnlyList<IAnswerRule> All { get; } =
        [new OwnRule(), new HendrycksRule(), new Prm800KRule(), new MinervaRule(), new Gsm8KStrictRule(), new Gsm8KFlexibleRule()];

    /// <summary>The rule of a name; null for an unknown one.</summary>
    public static IAnswerRule? Find(string name) => All.FirstOrDefault(rule => string.Equals(rule.Name, name, StringComparison.OrdinalIgnoreCase));
}
