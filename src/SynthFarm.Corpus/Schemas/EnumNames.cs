using SynthFarm.Core.Answers;
using SynthFarm.Core.LongThoughts;
using SynthFarm.Core.Preferences;
using SynthFarm.Core.Preferences.Labels;
using SynthFarm.Core.Reasoning;
using SynthFarm.Core.Search;
using SynthFarm.Corpus.Store;

namespace SynthFarm.Corpus.Schemas;

/// <summary>How enumerations are written in rows: lower-case words with underscores. The names are persisted.</summary>
public static class EnumNames
{
    public static EnumNames<Verdict> Verdict { get; } = new();

    public static EnumNames<TerminalKind> Terminal { get; } = new();

    public static EnumNames<SearchEnd> SearchEnd { get; } = new();

    public static EnumNames<ProblemOutcome> Outcome { get; } = new();

    public static EnumNames<SegmentKind> Segment { get; } = new();

    public static EnumNames<PairLevel> PairLevel { get; } = new();

    public static EnumNames<PairRule> PairRule { get; } = new();

    public static EnumNames<LabelledEnd> LabelledEnd { get; } = new();
}
