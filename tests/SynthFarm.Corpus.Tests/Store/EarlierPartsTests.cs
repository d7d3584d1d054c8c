using System.Security.Cryptography;
using SynthFarm.Corpus.Durability;
using SynthFarm.Corpus.Schemas;
using SynthFarm.Corpus.Store;
using SynthFarm.Parquet.Rows;
using SynthFarm.Parquet.Writing;
using SynthFarm.TestKit.Corpus;

namespace SynthFarm.Corpus.Tests.Store;

/// <summary>Runs of the first version of the live store, whose problem parts do not count paths.</summary>
public sealed class EarlierPartsTests : IDisposable
{
    private readonly TemporaryDirectory _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public async Task A_run_of_version_1_is_read_and_gone_on_with_and_merged_parts_are_current()
    {
        await Farmed.RunAsync(_run.Path, FinishedProblems.Mixture(30), batch: 5);
        var expected = FinishedProblems.Mixture(30).Select(ProblemSummary.Of).OrderBy(s => s.ProblemId, StringComparer.Ordinal).ToList();
        MakeEarlier();
        using (var reader = CorpusReader.Open(_run.Path))
        {
            Assert.Equal(30, reader.Read().Count());
            Assert.Equal(expected, reader.Summaries().OrderBy(s => s.ProblemId, StringComparer.Ordinal));
        }

        using (var corpus = LiveCorpus.Open(_run.Path, FinishedProblems.Lineage, new LiveCorpusOptions { MergeParts = 2 }))
        {
            Assert.Equal(30, corpus.Counts.Problems);
            Assert.Equal(expected, corpus.Summaries().OrderBy(s => s.ProblemId, StringComparer.Ordinal));
            await corpus.MergeAsync(TestContext.Current.CancellationToken);
        }

        var manifest = LiveManifest.Load(_run.Path);
        Assert.Equal(LiveManifest.ExpectedFormat, manifest.Format);
        var merged = manifest.Parts.Where(p => p.First is not null).ToList();
        Assert.NotEmpty(merged);
        Assert.All(merged, p => Assert.Equal(ProblemSchema.Schema, ParquetRows.SchemaOf(_run[p.Problems.Path], p.Problems.Path)));
        using var again = CorpusReader.Open(_run.Path);
        Assert.Equal(expected, again.Summaries().OrderBy(s => s.ProblemId, StringComparer.Ordinal));
    }

    private void MakeEarlier()
    {
        var manifest = LiveManifest.Load(_run.Path);
        var earlier = manifest with { Format = "synthfarm-live/1", Parts = [.. manifest.Parts.Select(p => p with { Problems = Rewrite(p.Problems) })] };
        File.WriteAllBytes(_run["corpus/manifest.json"], SealedJson.Serialize(earlier));
        File.Delete(_run["corpus/readers.lock"]);
    }

    private FileEntry Rewrite(FileEntry file)
    {
        var rows = ParquetRows.Read(_run[file.Path], file.Path, ProblemSchema.Schema).ToList();
        var temporary = _run["earlier.parquet"];
        using (var writer = ParquetWriter.Create(temporary, ProblemSchema.Earlier))
        {
            foreach (var row in rows)
            {
                var copy = new ParquetRow();
                foreach (var field in ProblemSchema.Earlier.Fields)
                {
                    copy[field.Name] = field.Name == "schema_version" ? 1 : row[field.Name];
                }

                writer.Write(copy);
            }

            writer.Finish();
        }

        var bytes = File.ReadAllBytes(temporary);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var entry = new FileEntry($"corpus/problems/part-{sha256[..32]}.parquet", bytes.Length, sha256, file.Rows);
        File.Move(temporary, _run[entry.Path]);
        File.Delete(_run[file.Path]);
        return entry;
    }
}
