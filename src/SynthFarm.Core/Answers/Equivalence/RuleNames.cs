namespace SynthFarm.Core.Answers.Equivalence;

/// <summary>The names verdicts give the rule that decided.</summary>
internal static class RuleNames
{
    public const string Text = "text-equality";
    public const string Number = "number-equality";
    public const string Rounding = "rounding";
    public const string Percent = "percentage";
    public const string Unit = "unit";
    public const string Identity = "identity";
    public const string Evaluation = "evaluation";
    public const string Items = "items";
    public const string Matrix = "matrix";
    public const string Sets = "sets";
    public const string Relation = "relation";
    public const string Choice = "choice";
    public const string Shape = "shape";
    public const string Limit = "work-limit";
    public const string Extraction = "extraction";
}
