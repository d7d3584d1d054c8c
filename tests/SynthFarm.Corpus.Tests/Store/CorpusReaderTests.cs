using SynthFarm.Corpus.Store;
using SynthFarm.TestKit.Corpus;

namespace SynthFarm.Corpus.Tests.Store;

public sealed class CorpusReaderTests : IDisposable
{
    private readonly TemporaryDirectory _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public async Task More_parts_than_can_be_read_at_once_come_out_sorted()
    {
        using (var corpus = LiveCorpus.Open(_run.Path, FinishedProblems.Lineage, new LiveCorpusOptions { MergeParts = 0 }))
        {
            foreach (var finished in FinishedProblems.Mixture(70))
            {
                await corpus.CommitAsync([finished]);
            }

            await corpus.CommitAsync([FinishedProblems.Accepted(10), FinishedProblems.Accepted(20)]);
        }

        using var reader = CorpusReader.Open(_run.Path);
        var read = reader.ReadSorted(_run["scratch"]).ToList();
        Assert.True(Directory.Exists(_run["scratch"]));
        Assert.Equal(70, read.Count);
        Assert.Equal(read.Select(p => p.Problem.Id).Order(StringComparer.Ordinal), read.Select(p => p.Problem.Id));
        Assert.Equal(ProblemOutcome.Accepted, read.Single(p => p.Problem.Id == "p-10").Outcome);
        Assert.Equal(ProblemOutcome.Failed, read.Single(p => p.Problem.Id == "p-30").Outcome);
    }

    [Fact]
    public void A_folder_without_a_corpus_is_named()
        => Assert.Contains(_run.Path, Assert.Throws<CorpusException>(() => CorpusReader.Open(_run.Path)).Message);
}
