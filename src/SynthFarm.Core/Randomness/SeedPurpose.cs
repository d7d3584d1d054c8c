namespace SynthFarm.Core.Randomness;

/// <summary>The purposes seeds are derived for. A purpose is part of the derivation: renaming one changes every result.</summary>
public static class SeedPurpose
{
    /// <summary>Sampling of a candidate step; the index names the step it will become.</summary>
    public const string Step = "step";

    /// <summary>Completing a path in one go, e.g. for Monte-Carlo labels.</summary>
    public const string Rollout = "rollout";

    /// <summary>Choices while a tree is walked into a long thought.</summary>
    public const string LongThought = "long-thought";

    /// <summary>Choices of preference pairs; the index is the pair's level.</summary>
    public const string PreferencePairs = "preference-pairs";

    /// <summary>Generation of problems.</summary>
    public const string Problems = "problems";

    /// <summary>Drawing training rows.</summary>
    public const string Training = "training";

    /// <summary>Dealing problems out to splits; the index is 0.</summary>
    public const string Split = "split";

    /// <summary>The order of topics and of the rows of a mini-batch.</summary>
    public const string Curriculum = "curriculum";

    /// <summary>Choosing wrong answers that are let in on purpose.</summary>
    public const string Noise = "noise";

    /// <summary>Dealing out the two sizes of a search that is measured at a budget; the index is 0.</summary>
    public const string SearchSize = "search-size";
}
