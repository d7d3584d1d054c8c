using SynthFarm.Core.Answers;
using SynthFarm.Core.Answers.Equivalence;

namespace SynthFarm.Core.Hygiene.Triage;

/// <summary>Multiple-choice problems: the options in the statement, and which of them the gold answer means.</summary>
internal static class ChoiceRules
{
    private const int MinOptions = 3;

    /// <summary>At least three options, or two where the gold answer is one of their letters; empty otherwise.</summary>
    public static IReadOnlyList<(char Letter, string Text)> Options(string statement, string gold)
    {
        var options = ChoiceAnswers.Options(statement);
        return options.Count >= MinOptions || (options.Count > 0 && ChoiceAnswers.Letter(gold, out _) is not null) ? options : [];
    }

    public static bool IsLetter(string gold) => ChoiceAnswers.Letter(gold, out _) is not null;

    /// <summary>The option that the gold answer names by letter, else the only one whose text equals it.</summary>
    public static GoldChoice Settle(string gold, IReadOnlyList<(char Letter, string Text)> options)
    {
        if (ChoiceAnswers.Letter(gold, out _) is { } letter)
        {
            var named = options.FirstOrDefault(option => option.Letter == letter);
            return named.Text is null ? new GoldChoice(null, null, true) : new GoldChoice(letter, named.Text, true);
        }

        var equal = options.Where(option => AnswerEquivalence.Compare(option.Text, gold).Verdict == Verdict.Correct).ToList();
        return equal.Count == 1 ? new GoldChoice(equal[0].Letter, equal[0].Text, false) : new GoldChoice(null, null, false);
    }

    public static string? Malformed(string gold, GoldChoice choice, IReadOnlyList<(char Letter, string Text)> options) =>
        choice.Letter is null ? $"the gold answer {QuotedText.Of(gold)} names none of the options {options[0].Letter} to {options[^1].Letter}" : null;
}
