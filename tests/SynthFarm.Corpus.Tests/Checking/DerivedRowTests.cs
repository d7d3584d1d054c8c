using SynthFarm.Core.Preferences;
using SynthFarm.Corpus.Checking;
using SynthFarm.Corpus.Durability;
using SynthFarm.Corpus.Publishing;
using SynthFarm.Corpus.Rows;
using SynthFarm.Corpus.Schemas;
using SynthFarm.Parquet.Mapping;
using SynthFarm.Parquet.Writing;
using SynthFarm.TestKit.Corpus;

namespace SynthFarm.Corpus.Tests.Checking;

/// <summary>Rows of preference, label and reward configs that are not what their trees give, behind right checksums.</summary>
public sealed class DerivedRowTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    public static TheoryData<string, string> PairFaults => new()
    {
        { "equal texts", "chosen and rejected are the same text" },
        { "swapped", "does not find a correct answer in the chosen text" },
        { "swapped", "does not find a wrong answer in the rejected text" },
        { "prompt", "prompt is [{role: \"user\", content: \"What else?\"}] where its tree gives [{role: \"user\", content: \"Using the numbers 11," },
        { "margin", "chosen_score is 0.25 where its tree gives 0.9" },
        { "other steps", "is not among the rows that its tree gives" },
        { "problem", "is not in its place among the trees" },
        { "twice", "occurs before" },
    };

    [Theory]
    [MemberData(nameof(PairFaults))]
    public async Task A_pair_that_its_tree_does_not_give_is_named(string fault, string expected)
    {
        var (snapshot, problem) = await PublishAsync();
        var rows = PairRows.Of(problem, "dpo", PairLevel.Answer).ToList();
        var (row, pair) = (rows[0], rows[0].Pair);
        rows[0] = fault switch
        {
            "equal texts" => row with { Pair = pair with { Rejected = pair.Chosen } },
            "swapped" => row with { Pair = pair with { Chosen = pair.Rejected, Rejected = pair.Chosen } },
            "prompt" => row with { Prompt = [new(ChatMessage.User, "What else?")] },
            "margin" => row with { Pair = pair with { Chosen = pair.Chosen with { Score = 0.25 } } },
            "other steps" => row with { Id = new string('0', 32) },
            "problem" => row with { Origin = row.Origin with { ProblemId = "c-0" } },
            _ => rows[1] with { },
        };
        await AssertNamedAsync(snapshot, "dpo", PairSchema.Conversations, rows, expected);
    }

    public static TheoryData<string, string> LabelFaults => new()
    {
        { "label", "labels is [false, true, true] where its tree gives [true, true, true]" },
        { "length", "completions and" },
        { "step", "completions is [\"" },
        { "source", "label_source is \"a guess\" where its tree gives \"step-checker:countdown/1\"" },
    };

    [Theory]
    [MemberData(nameof(LabelFaults))]
    public async Task A_label_that_its_tree_does_not_give_is_named(string fault, string expected)
    {
        var (snapshot, problem) = await PublishAsync();
        var rows = StepLabelRows.Labelled(problem, "prm").ToList();
        var (row, path) = (rows[0], rows[0].Path);
        rows[0] = row with
        {
            Path = fault switch
            {
                "label" => path with { Labels = [!path.Labels[0], .. path.Labels.Skip(1)] },
                "length" => path with { Labels = [.. path.Labels, true] },
                "step" => path with { Steps = [path.Steps[0] with { Text = "trust me" }, .. path.Steps.Skip(1)] },
                _ => path with { Source = "a guess" },
            },
        };
        await AssertNamedAsync(snapshot, "prm", StepLabelSchema.Map, rows, expected);
    }

    [Fact]
    public async Task A_response_with_the_other_label_is_named()
    {
        var (snapshot, problem) = await PublishAsync();
        var rows = AnsweredRows.Of(problem, "kto").ToList();
        rows[0] = rows[0] with { IsCorrect = !rows[0].IsCorrect };
        await AssertNamedAsync(snapshot, "kto", AnsweredSchema.Conversations, rows, "does not find a wrong answer in the completion");
        await AssertNamedAsync(snapshot, "kto", AnsweredSchema.Conversations, rows, "label is false where its tree gives true");
    }

    [Fact]
    public async Task A_first_error_or_a_reward_task_that_is_not_the_trees_is_named()
    {
        var (snapshot, problem) = await PublishAsync();
        var errors = StepLabelRows.FirstErrors(problem, "processbench").ToList();
        errors[0] = errors[0] with { FirstError = 99 };
        await AssertNamedAsync(snapshot, "processbench", FirstErrorSchema.Map, errors, "label is 99; -1 to 2 are expected");
        var tasks = RewardTaskRows.Of(problem).ToList();
        tasks[0] = tasks[0] with { GroundTruth = "42" };
        await AssertNamedAsync(
            snapshot, "rl", RewardTaskSchema.Map, tasks,
            "reward_model is {style: \"rule\", ground_truth: \"42\"} where its tree gives {style: \"rule\", ground_truth: \"{\"numbers\"");
    }

    [Fact]
    public async Task Rows_that_were_left_out_are_no_damage_but_their_count_must_be_right()
    {
        var (snapshot, problem) = await PublishAsync();
        Rewrite(snapshot, "prm", StepLabelSchema.Map, StepLabelRows.Labelled(problem, "prm").Skip(1).ToList());
        Assert.DoesNotContain((await SnapshotChecker.CheckAsync(snapshot)).Findings, f => f.File.StartsWith("prm", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_snapshot_of_another_version_is_noted_and_not_compared()
    {
        var (snapshot, _) = await PublishAsync();
        var manifest = SnapshotManifest.Load(snapshot);
        Save(snapshot, manifest with { Derivation = manifest.Derivation with { Labels = manifest.Derivation.Labels! with { Version = "step-labels/0" } } });
        var report = await SnapshotChecker.CheckAsync(snapshot);
        Assert.True(report.IsSound);
        Assert.Contains("step-labels/0", Assert.Single(report.Findings).What);
        Save(snapshot, manifest with { Runs = [] });
        Assert.Contains((await SnapshotChecker.CheckAsync(snapshot)).Findings, f => f.What.Contains("which no run of the manifest has"));
    }

    private async Task<(string Snapshot, DerivedProblem Problem)> PublishAsync()
    {
        var finished = FinishedProblems.Countdown(1);
        await Farmed.RunAsync(_directory["run"], [finished]);
        await SnapshotPublisher.PublishAsync(_directory["run"], _directory["s"], Farmed.Options);
        return (_directory["s"], Derived.Of(finished));
    }

    private static async Task AssertNamedAsync<T>(string snapshot, string config, RowMap<T> map, IReadOnlyList<T> rows, string expected)
    {
        Rewrite(snapshot, config, map, rows);
        var report = await SnapshotChecker.CheckAsync(snapshot);
        Assert.False(report.IsSound);
        Assert.Contains(report.Findings, f => f.File == File(config) && f.Where!.StartsWith("row ", StringComparison.Ordinal) && f.What.Contains(expected, StringComparison.Ordinal));
    }

    private static void Rewrite<T>(string snapshot, string config, RowMap<T> map, IReadOnlyList<T> rows)
    {
        var path = Path.Combine(snapshot, File(config));
        using (var writer = ParquetWriter.Create(path, map.Schema))
        {
            var write = map.Bind(writer);
            foreach (var row in rows)
            {
                write.Write(row);
            }

            writer.Finish();
        }

        var bytes = System.IO.File.ReadAllBytes(path);
        var sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));
        var manifest = SnapshotManifest.Load(snapshot);
        Save(snapshot, manifest with
        {
            Files = [.. manifest.Files.Select(f => f.Path == File(config) ? f with { Bytes = bytes.Length, Sha256 = sha256, Rows = rows.Count } : f)],
            Configs = [.. manifest.Configs.Select(c => c.Name == config ? c with { Splits = [c.Splits[0] with { Rows = rows.Count }] } : c)],
        });
    }

    private static void Save(string snapshot, SnapshotManifest manifest)
        => System.IO.File.WriteAllBytes(Path.Combine(snapshot, SnapshotManifest.FileName), SealedJson.Serialize(manifest));

    private static string File(string config) => $"{config}/train-00000-of-00001.parquet";
}
