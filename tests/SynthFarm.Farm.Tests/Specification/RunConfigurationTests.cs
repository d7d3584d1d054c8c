using SynthFarm.Core.Search.Beam;
using SynthFarm.Farm.Specification;

namespace SynthFarm.Farm.Tests.Specification;

public sealed class RunConfigurationTests
{
    private static readonly RunSpec _spec = new();

    [Fact]
    public void Hash_ignores_what_does_not_decide_the_output()
    {
        var other = _spec with
        {
            Concurrency = 99,
            Publish = new PublishingOptions { Configs = "prm" },
            Preferences = new() { Step = new() { Margin = 0.5 } },
            Labels = new() { MinPaths = 8 },
            Policy = "file:/elsewhere",
            Reward = "prm:http://elsewhere",
            Limits = new LimitOptions { MaxLineBytes = 5000 },
            Commit = new CommitOptions { MaxProblems = 1 },
            Journal = new JournalOptions { SegmentBytes = 9999 },
            Search = _spec.Search with { BestOfN = new() { Samples = 3 } },
        };
        Assert.Equal(HashOf(_spec), HashOf(other));
    }

    [Fact]
    public void Hash_changes_with_everything_that_decides_the_output()
    {
        var specs = new[]
        {
            _spec,
            _spec with { Seed = 1 },
            _spec with { Round = 1 },
            _spec with { Search = _spec.Search with { Name = "best-of-n" } },
            _spec with { Search = _spec.Search with { Beam = new BeamSearchOptions { Width = 5 } } },
            _spec with { Budget = _spec.Budget with { MaxSteps = 9 } },
            _spec with { Sampling = _spec.Sampling with { TopP = 0.9 } },
            _spec with { LongThoughts = _spec.LongThoughts with { TrialsPerStep = 2 } },
        };
        var hashes = specs.Select(spec => HashOf(spec)).Append(HashOf(_spec, policy: "tiny@2")).Append(HashOf(_spec, reward: "prm@2")).Append(HashOf(_spec, verifier: "v/2"));
        Assert.Equal(specs.Length + 3, hashes.Distinct().Count());
    }

    [Fact]
    public void Canonical_form_does_not_depend_on_key_order() => Assert.Equal(
        RunConfiguration.Parse("""{"a":{"b":1,"c":[2,1]},"d":"x"}""").Hash,
        RunConfiguration.Parse("""{ "d": "x", "a": { "c": [2, 1], "b": 1 } }""").Hash);

    private static string HashOf(RunSpec spec, string policy = "tiny@1", string reward = "prm@1", string verifier = "v/1") =>
        RunConfiguration.Create(spec, policy, reward, [verifier]).Hash;
}
