using SynthFarm.Corpus.Curation;
using SynthFarm.Parquet.Reading;

namespace SynthFarm.Corpus.Tests.Curation;

public sealed class RowSearchTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_row_is_found_in_its_config_and_a_strange_one_nowhere()
    {
        var snapshot = await Farmed.SnapshotAsync(_directory, 8);
        foreach (var config in new[] { "sft", "shortcut", "trees", "rejections" })
        {
            using var reader = ParquetReader.Open(Path.Combine(snapshot, config, "train-00000-of-00001.parquet"));
            Assert.Equal(config, RowSearch.ConfigOf(snapshot, reader.Values<string>("id").Last()));
        }

        Assert.Null(RowSearch.ConfigOf(snapshot, "no such row"));
    }
}
