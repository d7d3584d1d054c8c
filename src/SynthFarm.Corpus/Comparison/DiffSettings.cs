using System.Globalization;
using System.Text.Json;
using SynthFarm.Corpus.Store;

namespace SynthFarm.Corpus.Comparison;

/// <summary>Lists what the two sides were made with, where it differs.</summary>
internal static class DiffSettings
{
    public static IReadOnlyList<DiffSetting> Of(IDiffSide a, IDiffSide b)
    {
        var settings = new List<DiffSetting>();
        Add("policy model", r => r.PolicyModel);
        Add("reward model", r => r.RewardModel);
        Add("search", r => r.Search);
        Add("seed", r => r.Seed.ToString(CultureInfo.InvariantCulture));
        Add("round", r => r.Round.ToString(CultureInfo.InvariantCulture));
        Add("configuration", r => r.ConfigHash[..Math.Min(12, r.ConfigHash.Length)]);
        if (a.Derivation is { } da && b.Derivation is { } db)
        {
            Compare("verifiers", string.Join(", ", a.Verifiers), string.Join(", ", b.Verifiers));
            Compare("derivation version", da.Version, db.Version);
            Compare("derivation dialect", da.Dialect, db.Dialect);
            Compare("derivation seed", Seed(da.Seed), Seed(db.Seed));
            var (options, others) = (JsonSerializer.SerializeToElement(da.Options), JsonSerializer.SerializeToElement(db.Options));
            foreach (var option in options.EnumerateObject())
            {
                Compare($"derivation {JsonNamingPolicy.CamelCase.ConvertName(option.Name)}", $"{option.Value}", $"{others.GetProperty(option.Name)}");
            }
        }

        return settings;

        void Add(string name, Func<CorpusLineage, string> value) => Compare(name, Values(a.Runs, value), Values(b.Runs, value));

        void Compare(string name, string of, string and)
        {
            if (of != and)
            {
                settings.Add(new DiffSetting(name, of, and));
            }
        }
    }

    private static string Values(IReadOnlyList<CorpusLineage> runs, Func<CorpusLineage, string> value)
        => string.Join(", ", runs.Select(value).Distinct().Order(StringComparer.Ordinal));

    private static string Seed(ulong? seed) => seed?.ToString(CultureInfo.InvariantCulture) ?? "each run's own";
}
