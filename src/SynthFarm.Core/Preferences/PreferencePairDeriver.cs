using SynthFarm.Core.Configuration;
using SynthFarm.Core.LongThoughts;
using SynthFarm.Core.Preferences.Labels;
using SynthFarm.Core.Randomness;

namespace SynthFarm.Core.Preferences;

/// <summary>Chooses preference pairs from a grown tree: by answer, by step, or of the thoughts alone.</summary>
/// <remarks>
/// Only answers confirmed as correct or as wrong are compared; one that could not be decided is neither. No pair compares equal texts, and no
/// two pairs of a tree at one level compare the same texts. Pure: the same tree, options and seed give the same pairs.
/// </remarks>
public sealed class PreferencePairDeriver
{
    /// <summary>Changes whenever the same tree would give other pairs.</summary>
    public const string Version = "preference-pairs/1";

    private readonly PathPairs _answers;
    private readonly PathPairs _thoughts;
    private readonly StepPairs _steps;

    /// <exception cref="ArgumentException">An option is out of bounds.</exception>
    public PreferencePairDeriver(PreferenceOptions options, ThoughtDialect dialect)
    {
        ArgumentNullException.ThrowIfNull(dialect);
        OptionBounds.Checked(options, o => o.Validate("preferences"));
        var texts = new PathText(dialect);
        _answers = new PathPairs(options.Answer, PairLevel.Answer, texts);
        _thoughts = new PathPairs(options.Thought, PairLevel.Thought, texts);
        _steps = new StepPairs(options.Step, texts);
    }

    /// <summary>The pairs of a tree at one level.</summary>
    /// <param name="judged">The tree.</param>
    /// <param name="level">What is compared.</param>
    /// <param name="seed">The run's seed; the problem's is derived from it.</param>
    public PairResult Derive(JudgedTree judged, PairLevel level, Seed seed)
    {
        ArgumentNullException.ThrowIfNull(judged);
        return level switch
        {
            PairLevel.Answer => _answers.Choose(judged, Random()),
            PairLevel.Thought => _thoughts.Choose(judged, Random()),
            PairLevel.Step => _steps.Choose(judged),
            _ => throw new ArgumentOutOfRangeException(nameof(level), level, "allowed are answer, step and thought"),
        };

        StableRandom Random() => seed.Derive(judged.Tree.Problem.Id, SeedPurpose.PreferencePairs, (long)level).CreateRandom();
    }
}
