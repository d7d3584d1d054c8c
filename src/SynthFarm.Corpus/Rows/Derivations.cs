using SynthFarm.Core.LongThoughts;
using SynthFarm.Core.Preferences;
using SynthFarm.Core.Preferences.Labels;
using SynthFarm.Corpus.Publishing;

namespace SynthFarm.Corpus.Rows;

/// <summary>Everything rows are derived with: one of each, for a whole snapshot.</summary>
internal sealed class Derivations(
    LongThoughtOptions longThoughts, PreferenceOptions preferences, StepLabelOptions labels, ThoughtDialect dialect, ProblemJudges judges, ulong? seed)
{
    public RowDerivation Thoughts { get; } = new(longThoughts, dialect, judges, seed);

    public PreferencePairDeriver Pairs { get; } = new(preferences, dialect);

    public StepLabeller Labels { get; } = new(labels);

    public PathText Texts { get; } = new(dialect);

    public ProblemJudges Judges => judges;

    /// <summary>The seed of all derivations; null for each run's own.</summary>
    public ulong? Seed => seed;

    public static Derivations Of(PublishOptions options)
        => new(options.LongThoughts, options.Preferences, options.Labels, options.Dialect, options.Judges, options.DerivationSeed);
}
