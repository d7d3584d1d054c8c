namespace SynthFarm.Core.Selection.Candidates;

/// <summary>Why a row was not selected. The names are persisted in the config <c>rejections</c>.</summary>
public static class SelectionReason
{
    /// <summary>A curator rejected it.</summary>
    public const string Curation = "curation";

    public const string Tokens = "tokens";
    public const string Characters = "characters";
    public const string Steps = "steps";
    public const string Backtracks = "backtracks";
    public const string Reward = "reward";
    public const string Perplexity = "perplexity";
    public const string PassRate = "pass-rate";
    public const string PartlySolved = "partly-solved";
    public const string Repetition = "repetition";
    public const string ForbiddenWord = "forbidden-word";
    public const string RequiredWord = "required-word";

    /// <summary>A better row holds the same text.</summary>
    public const string Duplicate = "duplicate";

    /// <summary>Better rows of its problem fill the cap.</summary>
    public const string ProblemCap = "problem-cap";

    /// <summary>Better rows of its problem that state the same answer fill the cap.</summary>
    public const string AnswerCap = "answer-cap";

    /// <summary>Better rows of its topic fill the cap.</summary>
    public const string TopicCap = "topic-cap";

    /// <summary>Better rows of its topic fill the topic's part of the mixture.</summary>
    public const string Mixture = "mixture";

    /// <summary>Better rows fill the budget.</summary>
    public const string Budget = "budget";

    /// <summary>A row with a wrong answer took its place on purpose.</summary>
    public const string Noise = "noise";
}
