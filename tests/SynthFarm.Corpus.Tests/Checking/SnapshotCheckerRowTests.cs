using SynthFarm.Corpus.Checking;
using SynthFarm.Corpus.Durability;
using SynthFarm.Corpus.Publishing;
using SynthFarm.Corpus.Rows;
using SynthFarm.Corpus.Schemas;
using SynthFarm.Core.Randomness;
using SynthFarm.Parquet.Mapping;
using SynthFarm.Parquet.Reading;
using SynthFarm.Parquet.Rows;
using SynthFarm.Parquet.Writing;

namespace SynthFarm.Corpus.Tests.Checking;

/// <summary>Snapshots whose checksums are right and whose contents are not.</summary>
public sealed class SnapshotCheckerRowTests : IDisposable
{
    private const string Sft = "sft/train-00000-of-00001.parquet";
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_published_snapshot_is_sound_and_every_answer_was_confirmed_anew()
    {
        var report = await SnapshotChecker.CheckAsync(await Farmed.SnapshotAsync(_directory, problems: 30));
        Assert.Empty(report.Findings);
        Assert.True(report.IsSound);

        // Of 21 accepted trees, in sft and shortcut one answer, in dpo and dpo_pairs two, in kto and kto_messages two; of 6 exhausted ones, one in the latter.
        Assert.Equal((21 * (2 + 4 + 4)) + (6 * 2), report.AnswersConfirmed);
        Assert.Equal(ConfigNames.All.Count + 2, report.Files);
        Assert.Equal(SnapshotManifest.Load(_directory["snapshot"]).Configs.SelectMany(c => c.Splits).Sum(s => s.Rows), report.Rows);
    }

    public static TheoryData<string, string> Faults => new()
    {
        { "roles", "the roles are assistant, user" },
        { "three turns", "one user and one assistant turn" },
        { "statement", "the user's turn is not the problem" },
        { "no answer line", "does not end with a line" },
        { "wrong answer in the text", "does not find a correct answer" },
        { "wrong answer", "does not confirm the answer" },
        { "leaf", "leaf 99 of the tree does not state" },
        { "split", "split is \"test\"" },
        { "verdict", "verdict is \"wrong\"" },
        { "tree", "is not in its place" },
        { "segments short", "shorter than the response" },
        { "segments long", "longer than the response" },
        { "segment text", "does not hold the step's text" },
        { "duplicate", "occurs before" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_row_that_breaks_a_rule_is_named(string fault, string expected)
    {
        var snapshot = await Farmed.SnapshotAsync(_directory, problems: 5);
        var rows = Read(snapshot);
        rows[1] = Break(rows[1], rows[0], fault);
        Rewrite(snapshot, rows);
        var report = await SnapshotChecker.CheckAsync(snapshot);
        Assert.Contains(report.Findings, f => f.File == Sft && f.ToString().Contains(expected, StringComparison.Ordinal) && f.Where!.StartsWith("row 1", StringComparison.Ordinal));
        Assert.False(report.IsSound);
    }

    [Fact]
    public async Task Another_schema_another_row_count_and_rows_out_of_order_are_named()
    {
        var snapshot = await Farmed.SnapshotAsync(_directory, problems: 5);
        var rows = Read(snapshot);
        Rewrite(snapshot, [.. rows.AsEnumerable().Reverse()]);
        Assert.Contains((await SnapshotChecker.CheckAsync(snapshot)).Findings, f => f.What.Contains("not in its place"));
        Rewrite(snapshot, rows[1..], count: rows.Count);
        Assert.Contains((await SnapshotChecker.CheckAsync(snapshot)).Findings, f => f.File == Sft && f.What.Contains("has 3 rows where the manifest says 4"));
        Rewrite(snapshot, rows, new RowMap<ThoughtRow>().String("id", r => r.Id));
        Assert.Contains((await SnapshotChecker.CheckAsync(snapshot)).Findings, f => f.File == Sft && f.What.Contains("columns"));
    }

    [Fact]
    public async Task Damage_behind_right_checksums_is_reported_and_never_thrown()
    {
        var snapshot = await Farmed.SnapshotAsync(_directory, problems: 3);
        var random = new Seed(3).CreateRandom();
        var found = 0;
        foreach (var (path, bytes) in Farmed.Files(snapshot).Where(f => f.Path.EndsWith(".parquet", StringComparison.Ordinal)))
        {
            for (var i = 0; i < 15; i++)
            {
                var damaged = bytes.ToArray();
                damaged[random.Next(damaged.Length)] ^= (byte)random.Next(1, 255);
                await File.WriteAllBytesAsync(Path.Combine(snapshot, path), damaged);
                Reseal(snapshot, path, null);
                found += (await SnapshotChecker.CheckAsync(snapshot)).IsSound ? 0 : 1;
            }

            await File.WriteAllBytesAsync(Path.Combine(snapshot, path), bytes);
            Reseal(snapshot, path, null);
        }

        // Some bytes mean nothing to a reader, such as statistics; page checksums find nearly all others.
        Assert.InRange(found, 97, 195);
        Assert.True((await SnapshotChecker.CheckAsync(snapshot)).IsSound);
    }

    [Fact]
    public async Task A_manifest_that_leads_out_of_the_folder_is_not_followed()
    {
        var snapshot = await Farmed.SnapshotAsync(_directory, problems: 3);
        var manifest = SnapshotManifest.Load(snapshot);
        Save(snapshot, manifest with { Files = [.. manifest.Files, manifest.Files[0] with { Path = "../secret" }, manifest.Files[0] with { Path = "/etc/passwd" }] });
        var report = await SnapshotChecker.CheckAsync(snapshot);
        Assert.Equal(2, report.Findings.Count(f => f.What.Contains("no path inside")));
    }

    [Fact]
    public async Task Duplicates_are_found_in_as_many_passes_as_memory_asks_for()
    {
        var ids = Enumerable.Range(0, 5000).Select(i => new IdAt($"id-{(i is 4711 or 1200 ? 17 : i)}", "f", i)).ToList();
        var passes = 0;
        var found = DuplicateIds.Find(Read, ids.Count, maxInMemory: 1024).ToList();
        Assert.Equal([1200L, 4711L], found.Select(f => f.Row));
        Assert.Equal(6, passes);
        await Assert.ThrowsAsync<ArgumentException>(() => SnapshotChecker.CheckAsync("x", new CheckOptions { MaxIdsInMemory = 3 }));

        IEnumerable<IdAt> Read()
        {
            passes++;
            return ids;
        }
    }

    [Fact]
    public async Task A_folder_that_is_neither_is_an_error()
        => await Assert.ThrowsAsync<CorpusException>(() => SnapshotChecker.CheckAsync(_directory.Path));

    private static ThoughtRow Break(ThoughtRow row, ThoughtRow other, string fault)
    {
        var (user, assistant) = (row.Messages[0], row.Messages[1]);
        var content = assistant.Content;
        var stated = content[content.LastIndexOf("Answer: ", StringComparison.Ordinal)..];
        return fault switch
        {
            "roles" => row with { Messages = [assistant, user] },
            "three turns" => row with { Messages = [user, assistant, user] },
            "statement" => row with { Messages = [user with { Content = "What else?" }, assistant] },
            "no answer line" => row with { Messages = [user, assistant with { Content = content + "\nthat is it" }] },
            "wrong answer in the text" => row with { Messages = [user, assistant with { Content = content.Replace(stated, "Answer: 4711") }] },
            "wrong answer" => row with { Answer = "4711" },
            "leaf" => row with { LeafId = 99 },
            "split" => row with { Split = "test" },
            "verdict" => row with { Verdict = "wrong" },
            "tree" => row with { TreeId = other.TreeId },
            "segments short" => row with { Segments = [.. row.Segments.SkipLast(1)] },
            "segments long" => row with { Segments = [.. row.Segments, row.Segments[^1]] },
            "segment text" => row with { Segments = [row.Segments[0], row.Segments[1] with { StepId = 5 }, .. row.Segments.Skip(2)] },
            "duplicate" => row with { Id = other.Id },
            _ => throw new ArgumentException(fault),
        };
    }

    private static List<ThoughtRow> Read(string snapshot)
    {
        using var reader = ParquetReader.Open(Path.Combine(snapshot, Sft));
        return [.. reader.Rows().Select(r => new ThoughtRow
        {
            Messages = [.. r.Get<IReadOnlyList<ParquetRow>>("messages").Select(m => new ChatMessage(m.Get<string>("role"), m.Get<string>("content")))],
            Id = r.Get<string>("id"),
            ProblemId = r.Get<string>("problem_id"),
            TreeId = r.Get<string>("tree_id"),
            LeafId = r.Get<int>("leaf_id"),
            Split = r.Get<string>("split"),
            PolicyModel = "",
            RewardModel = "",
            Search = "",
            Round = 0,
            Verifier = "",
            Verdict = r.Get<string>("verdict"),
            Answer = r.Get<string>("answer"),
            StepCount = 0,
            BacktrackCount = 0,
            TokenCount = 0,
            StepScores = [],
            CritiqueSources = [],
            ConfigHash = "",
            Derivation = "",
            DerivationSeed = 0,
            Segments = [.. r.Get<IReadOnlyList<ParquetRow>>("segments").Select(s => new TextSegment(s.Get<int>("step_id"), s.Get<string>("kind"), s.Get<int>("length")))],
        })];
    }

    private static void Rewrite(string snapshot, IReadOnlyList<ThoughtRow> rows, RowMap<ThoughtRow>? map = null, int? count = null)
    {
        map ??= ThoughtSchema.Map;
        using (var writer = ParquetWriter.Create(Path.Combine(snapshot, Sft), map.Schema))
        {
            var write = map.Bind(writer);
            foreach (var row in rows)
            {
                write.Write(row);
            }

            writer.Finish();
        }

        Reseal(snapshot, Sft, count ?? rows.Count);
    }

    private static void Reseal(string snapshot, string path, int? rows)
    {
        var bytes = File.ReadAllBytes(Path.Combine(snapshot, path));
        var sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));
        var manifest = SnapshotManifest.Load(snapshot);
        Save(snapshot, manifest with
        {
            Files = [.. manifest.Files.Select(f => f.Path == path ? f with { Bytes = bytes.Length, Sha256 = sha256, Rows = rows ?? f.Rows } : f)],
        });
    }

    private static void Save(string snapshot, SnapshotManifest manifest)
        => File.WriteAllBytes(Path.Combine(snapshot, "manifest.json"), SealedJson.Serialize(manifest));
}
