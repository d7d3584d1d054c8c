using SynthFarm.Core.Problems;
using SynthFarm.Corpus.Store;

namespace SynthFarm.Corpus.Comparison;

/// <summary>Finds out why a problem gave something else, from where its trees come and how the rows were made.</summary>
/// <param name="settings">What the two sides were made with, where it differs.</param>
internal sealed class DiffCauses(IReadOnlyList<DiffSetting> settings)
{
    private const string DerivationPrefix = "derivation ";

    /// <summary>Why a problem's trees, or what was made of them, are not the same.</summary>
    public string Of(DiffProblem a, DiffProblem b) => a.IsEditOf(b) ? $"the problem was edited: {string.Join(", ", EditedFields(a.Contents!, b.Contents!))}" : (a.OriginsBeyond(b), b.OriginsBeyond(a)) switch
    {
        ([], []) => a.Trees.Count > 0 ? SameTree(a, b) : "no tree in either",
        ([var origin, ..], [var other, ..]) => $"other tree: {string.Join(", ", TreeCauses(origin, other))}",
        ([var more, ..], _) => $"more trees in A{Round(more)}",
        (_, [var more, ..]) => $"more trees in B{Round(more)}",
    };

    private static IEnumerable<string> EditedFields(Problem a, Problem b) => new (string Name, bool IsOther)[]
    {
        ("problem", a.Statement != b.Statement),
        ("answer", a.Answer != b.Answer),
        ("kind", a.Kind != b.Kind),
        ("source", a.Source != b.Source),
        ("topic", a.Topic != b.Topic),
        ("level", a.Level != b.Level),
        ("split", a.Split != b.Split),
        ("license", a.License != b.License),
        ("meta", $"{a.Meta}" != $"{b.Meta}"),
    }.Where(field => field.IsOther).Select(field => field.Name);

    private string SameTree(DiffProblem a, DiffProblem b)
    {
        if (a.Trees.Any(tree => b.Trees.First(t => t.Id == tree.Id).Differences(tree).Any()))
        {
            return "the same tree, stored with other values";
        }

        var derivation = settings.Where(s => s.Name.StartsWith(DerivationPrefix, StringComparison.Ordinal)).Select(s => s.Name[DerivationPrefix.Length..]).ToList();
        return (a.Verifier != b.Verifier, derivation.Count > 0) switch
        {
            (true, _) => $"same tree, other verifier: {a.Verifier} -> {b.Verifier}",
            (_, true) => $"same tree, other derivation: {string.Join(", ", derivation)}",
            _ => "same tree, no recorded difference",
        };
    }

    private static string Round(CorpusLineage? origin) => origin is null ? "" : $", of round {origin.Round}";

    private static IReadOnlyList<string> TreeCauses(CorpusLineage? a, CorpusLineage? b)
    {
        if (a is null || b is null)
        {
            return ["the origin is not recorded"];
        }

        var causes = new (string Name, bool IsOther)[]
        {
            ("policy model", a.PolicyModel != b.PolicyModel),
            ("reward model", a.RewardModel != b.RewardModel),
            ("search", a.Search != b.Search),
            ("seed", a.Seed != b.Seed),
            ("round", a.Round != b.Round),
        }.Where(c => c.IsOther).Select(c => c.Name).ToList();
        return causes.Count > 0 ? causes : a.ConfigHash != b.ConfigHash ? ["other settings of the run"] : ["the same configuration"];
    }
}
