using System.Security.Cryptography;
using SynthFarm.Core.Selection;
using SynthFarm.Core.Selection.Candidates;
using SynthFarm.Corpus.Curation;
using SynthFarm.Corpus.Durability;
using SynthFarm.Corpus.Publishing;
using SynthFarm.Corpus.Schemas;
using SynthFarm.Corpus.Selection;
using SynthFarm.Corpus.Store;
using SynthFarm.Parquet.Reading;
using SynthFarm.Parquet.Rows;
using SynthFarm.Parquet.Schema;
using SynthFarm.Parquet.Writing;
using SynthFarm.TestKit.Time;

namespace SynthFarm.Corpus.Tests.Selection;

/// <summary>Selection copies configs whose columns it does not know.</summary>
public sealed class FollowingConfigTests : IDisposable
{
    private static readonly ParquetSchema _schema = new(
        Column.List("prompt", Column.Struct("element", Column.String("role"), Column.String("content"))),
        Column.String("id"),
        Column.String("problem_id"),
        Column.String("split"),
        Column.Struct("extra_info", Column.String("split"), Column.Int64("index")),
        Column.List("labels", Column.Boolean("element")),
        Column.List("gaps", Column.Double("element", optional: true), optional: true),
        Column.Float("margin_of", optional: true));

    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_config_of_any_schema_follows_its_problems()
    {
        var parent = await ParentAsync(_schema);
        var store = new MarkStore(MarkStore.BesideSnapshot(parent), new ManualTimeProvider());
        var unmarked = await SelectAsync(parent, null, "unmarked");
        var rejected = $"{SnapshotRowsOf.Texts(unmarked.Published.Directory, "sft", "problem_id")[0]}/1";
        store.Append(rejected, CurationDecision.Reject);
        var selected = await SelectAsync(parent, store);
        var problems = SnapshotRowsOf.Read(selected.Published.Directory, "sft").ToDictionary(r => r.Get<string>("problem_id"));
        var before = SnapshotRowsOf.Read(parent, "pairs").Where(r => problems.ContainsKey(r.Get<string>("problem_id"))).ToDictionary(r => r.Get<string>("id"));
        Assert.True(before.Remove(rejected));

        var after = SnapshotRowsOf.Read(selected.Published.Directory, "pairs");
        Assert.Equal(before.Keys.Order(), after.Select(r => r.Get<string>("id")).Order());
        Assert.All(after, row =>
        {
            var (old, problem) = (before[row.Get<string>("id")], problems[row.Get<string>("problem_id")]);
            Assert.Equal(problem.Get<string>("split"), row.Get<string>("split"));
            Assert.Equal(problem.Get<string>("split"), row.Get<string>("extra_info.split"));
            Assert.Equal(old.Get<long>("extra_info.index"), row.Get<long>("extra_info.index"));
            Assert.Equal(problem.Get<int>("curriculum_order"), row.Get<int>("curriculum_order"));
            Assert.Equal(problem.Get<float>("difficulty"), row.Get<float>("difficulty"));
            Assert.Equal(old.Get<IReadOnlyList<bool>>("labels"), row.Get<IReadOnlyList<bool>>("labels"));
            Assert.Equal(old.Get<IReadOnlyList<double?>?>("gaps"), row.Get<IReadOnlyList<double?>?>("gaps"));
            Assert.Equal(old.Get<IReadOnlyList<ParquetRow>>("prompt")[0].Get<string>("content"), row.Get<IReadOnlyList<ParquetRow>>("prompt")[0].Get<string>("content"));
        });
        Assert.Contains(after, r => r.Get<string>("split") == "test");
        using var reader = ParquetReader.Open(Path.Combine(selected.Published.Directory, "pairs", "train-00000-of-00001.parquet"));
        Assert.Equal(SelectionColumns.Extend(_schema, "pairs"), reader.Schema);
        Assert.Equal(new ConfigCounts("pairs", 90, after.Count, 1), selected.Summary.Configs.Single(c => c.Config == "pairs"));
    }

    [Fact]
    public async Task A_config_without_problem_ids_is_refused_by_name()
    {
        var parent = await ParentAsync(new ParquetSchema(Column.String("id"), Column.String("split")));
        Assert.Contains("\"pairs\" has no column problem_id", (await Assert.ThrowsAsync<CorpusException>(() => SelectAsync(parent, null))).Message);
    }

    private Task<SelectedSnapshot> SelectAsync(string parent, MarkStore? marks, string name = "selected") => SnapshotSelector.SelectAsync(new SelectionRequest
    {
        Snapshot = parent,
        Out = _directory[name],
        Options = new SelectionOptions { Filters = new() { MaxSteps = 6 }, Caps = new() { PerTopic = 8 }, Split = new() { Test = 0.4 } },
        Marks = marks,
        Publishing = Farmed.Options,
    });

    /// <summary>A snapshot with one config more: three rows for each problem.</summary>
    private async Task<string> ParentAsync(ParquetSchema schema)
    {
        await Farmed.RunAsync(_directory["run"], [.. Enumerable.Range(1, 30).Select(n => SelectionProblems.Solved(n, n % 2 == 0 ? "even" : "odd", n % 3))]);
        var parent = (await SnapshotPublisher.PublishAsync(_directory["run"], _directory["parent"], Farmed.Options)).Directory;
        const string Shard = "pairs/train-00000-of-00001.parquet";
        Directory.CreateDirectory(Path.Combine(parent, "pairs"));
        using (var writer = ParquetWriter.Create(Path.Combine(parent, Shard), schema))
        {
            for (var i = 0; i < 90; i++)
            {
                writer.Write(Row(i, schema));
            }

            writer.Finish();
        }

        var bytes = await File.ReadAllBytesAsync(Path.Combine(parent, Shard));
        var manifest = SnapshotManifest.Load(parent);
        manifest = manifest with
        {
            Configs = [.. manifest.Configs, new SnapshotConfig { Name = "pairs", SchemaVersion = 1, SchemaHash = SchemaHash.Of(schema), Splits = [new SnapshotSplit("train", 90, [Shard])] }],
            Files = [.. manifest.Files.Append(new FileEntry(Shard, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)), 90)).OrderBy(f => f.Path, StringComparer.Ordinal)],
        };
        await File.WriteAllBytesAsync(Path.Combine(parent, "manifest.json"), SealedJson.Serialize(manifest));
        return parent;
    }

    private static ParquetRow Row(int i, ParquetSchema schema)
    {
        var problem = $"p-{(i / 3) + 1:D3}";
        var all = new ParquetRow
        {
            ["prompt"] = new[] { new ParquetRow { ["role"] = "user", ["content"] = $"text {i} 😀\0" } },
            ["id"] = $"{problem}/{i % 3}",
            ["problem_id"] = problem,
            ["split"] = "train",
            ["extra_info"] = new ParquetRow { ["split"] = "train", ["index"] = (long)i },
            ["labels"] = Enumerable.Range(0, i % 4).Select(k => k % 2 == 0).ToList(),
            ["gaps"] = i % 3 == 0 ? null : new double?[] { i, null },
            ["margin_of"] = i % 2 == 0 ? null : 0.5f,
        };
        var row = new ParquetRow();
        foreach (var field in schema.Fields)
        {
            row[field.Name] = all[field.Name];
        }

        return row;
    }
}
