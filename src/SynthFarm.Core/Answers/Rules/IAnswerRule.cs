namespace SynthFarm.Core.Answers.Rules;

/// <summary>One way the field decides whether a response answers a problem. Pure, thread-safe, and throws for no text.</summary>
public interface IAnswerRule
{
    /// <summary>The name the rule is asked for by, e.g. <c>hendrycks</c>.</summary>
    string Name { get; }

    /// <summary>Judges a bare answer or a response. Published rules know only correct and wrong.</summary>
    /// <param name="gold">The gold answer, or a solution that states it.</param>
    /// <param name="response">A bare answer or a response.</param>
    /// <param name="statement">The problem, for rules that look at it; null for none.</param>
    AnswerVerdict Judge(string gold, string response, string? statement = null);
}
