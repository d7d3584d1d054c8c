using SynthFarm.Core.Preferences;
using SynthFarm.Core.Preferences.Labels;
using SynthFarm.Corpus.Rows;
using SynthFarm.Corpus.Schemas;
using SynthFarm.Corpus.Trees;
using SynthFarm.Parquet.Mapping;

namespace SynthFarm.Corpus.Publishing;

/// <summary>Every config there is, once: what publishing writes and what checking compares with.</summary>
internal static class ConfigDefinitions
{
    /// <summary>In the order of <see cref="ConfigNames.All"/>.</summary>
    public static IReadOnlyList<IConfigDefinition> All { get; } =
    [
        Thoughts(ConfigNames.Sft, p => p.Thoughts.LongThought),
        Thoughts(ConfigNames.Shortcut, p => p.Thoughts.Shortcut),
        Pairs(ConfigNames.Dpo, PairSchema.Conversations, PairLevel.Answer),
        Pairs(ConfigNames.DpoPairs, PairSchema.Messages, PairLevel.Answer),
        Pairs(ConfigNames.DpoSteps, PairSchema.Conversations, PairLevel.Step),
        Pairs(ConfigNames.DpoThoughts, PairSchema.Conversations, PairLevel.Thought),
        new ConfigDefinition<StepLabelRow>(
            ConfigNames.Prm, StepLabelSchema.Version, StepLabelSchema.Map, StepLabelSchema.SizeOf, p => StepLabelRows.Labelled(p, ConfigNames.Prm))
        {
            Derivation = StepLabeller.Version,
        },
        new ConfigDefinition<RewardTaskRow>(
            ConfigNames.Rl, RewardTaskSchema.Version, RewardTaskSchema.Map, RewardTaskSchema.SizeOf, RewardTaskRows.Of)
        {
            Derivation = RewardTaskRows.Version,
        },
        Answered(ConfigNames.Kto, AnsweredSchema.Conversations),
        Answered(ConfigNames.KtoMessages, AnsweredSchema.Messages),
        new ConfigDefinition<FirstErrorRow>(
            ConfigNames.ProcessBench, FirstErrorSchema.Version, FirstErrorSchema.Map, FirstErrorSchema.SizeOf, p => StepLabelRows.FirstErrors(p, ConfigNames.ProcessBench))
        {
            Derivation = StepLabeller.Version,
        },
        new ConfigDefinition<TreeStep>(ConfigNames.Trees, TreeSchema.Version, TreeSchema.Map, TreeSchema.SizeOf, Steps),
        new ConfigDefinition<RejectionRow>(
            ConfigNames.Rejections, RejectionSchema.Version, RejectionSchema.Map, RejectionSchema.SizeOf, p => OrNone(p.Thoughts.Rejection)),
    ];

    /// <summary>The definition of a config; null when this version knows none of the name.</summary>
    public static IConfigDefinition? Find(string name) => All.FirstOrDefault(definition => definition.Name == name);

    private static ConfigDefinition<ThoughtRow> Thoughts(string name, Func<DerivedProblem, ThoughtRow?> row)
        => new(name, ThoughtSchema.Version, ThoughtSchema.Map, ThoughtSchema.SizeOf, p => OrNone(row(p)));

    private static ConfigDefinition<PairRow> Pairs(string name, RowMap<PairRow> map, PairLevel level)
        => new(name, PairSchema.Version, map, PairSchema.SizeOf, p => PairRows.Of(p, name, level)) { Derivation = PreferencePairDeriver.Version };

    private static ConfigDefinition<AnsweredRow> Answered(string name, RowMap<AnsweredRow> map)
        => new(name, AnsweredSchema.Version, map, AnsweredSchema.SizeOf, p => AnsweredRows.Of(p, name)) { Derivation = AnsweredRows.Version };

    private static IEnumerable<TreeStep> Steps(DerivedProblem problem)
        => problem.Finished.Tree?.Steps.Select(step => new TreeStep(problem.Finished, problem.Lineage, step)) ?? [];

    private static IEnumerable<T> OrNone<T>(T? row)
        where T : class => row is null ? [] : [row];
}
