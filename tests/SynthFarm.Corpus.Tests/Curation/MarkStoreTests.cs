using System.Text;
using SynthFarm.Core.Selection.Candidates;
using SynthFarm.Corpus.Curation;
using SynthFarm.TestKit.Time;

namespace SynthFarm.Corpus.Tests.Curation;

public sealed class MarkStoreTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly ManualTimeProvider _clock = new();

    private MarkStore Store => new(_directory["s.marks.jsonl"], _clock);

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void The_last_mark_of_a_row_counts_and_all_are_kept()
    {
        var store = Store;
        store.Append("a", CurationDecision.Reject, "wrong", "ann");
        store.Append("b", CurationDecision.Flag);
        _clock.Advance(TimeSpan.FromMinutes(1));
        var last = store.Append("a", CurationDecision.Accept, "was right", "bob");

        var log = Store.Read();
        Assert.Equal(3, log.Marks.Count);
        Assert.Equal([("a", CurationDecision.Accept), ("b", CurationDecision.Flag)], log.Latest.Select(m => (m.RowId, m.Decision)));
        Assert.Equal(last.Mark, log.Latest[0]);
        Assert.Equal(TimeSpan.FromMinutes(1), log.Marks[2].At - log.Marks[0].At);
        Assert.False(log.HasTornLine);
    }

    [Fact]
    public void A_line_is_as_agreed()
    {
        Store.Append("id-1", CurationDecision.Reject, "says \"x\"\nand more", "ann");
        Assert.Equal(
            $$"""{"row_id":"id-1","decision":"reject","note":"says \"x\"\nand more","by":"ann","at":"{{_clock.GetUtcNow().UtcDateTime:yyyy-MM-ddTHH:mm:ss.fff}}Z"}""" + "\n",
            File.ReadAllText(Store.Path));
    }

    [Fact]
    public void Without_a_file_there_are_no_marks() => Assert.Empty(Store.Read().Marks);

    [Theory]
    [InlineData("\0 \u2028 \u202E 😀 </script> \r\n \\ \"")]
    [InlineData("{\"row_id\":\"x\",\"decision\":\"accept\"}\n")]
    public void Any_text_comes_back_as_it_was(string text)
    {
        Store.Append(text, CurationDecision.Flag, text, text);
        Store.Append("next", CurationDecision.Accept);
        var mark = Store.Read().Marks[0];
        Assert.Equal((text, text, text), (mark.RowId, mark.Note, mark.By));
        Assert.Equal(2, File.ReadAllLines(Store.Path).Length);
    }

    [Fact]
    public void A_last_line_cut_anywhere_is_told_and_removed_by_the_next_mark()
    {
        Store.Append("a", CurationDecision.Accept, "first");
        var whole = File.ReadAllBytes(Store.Path);
        Store.Append("b", CurationDecision.Reject, "é second");
        var both = File.ReadAllBytes(Store.Path);
        for (var length = whole.Length; length < both.Length; length++)
        {
            File.WriteAllBytes(Store.Path, both[..length]);
            var log = Store.Read();

            // Without its line feed alone the line is whole.
            var isWhole = length == both.Length - 1;
            Assert.Equal(isWhole ? 2 : 1, log.Marks.Count);
            Assert.Equal(!isWhole && length > whole.Length, log.HasTornLine);
            Assert.Equal(log.HasTornLine, Store.Append("c", CurationDecision.Flag).RemovedTornLine);
            log = Store.Read();
            Assert.Equal(isWhole ? ["a", "b", "c"] : ["a", "c"], log.Marks.Select(m => m.RowId));
            Assert.False(log.HasTornLine);
        }
    }

    [Fact]
    public void Lines_that_are_no_marks_are_told_at_once_with_line_and_field()
    {
        File.WriteAllText(
            Store.Path,
            """
            {"row_id":"a","decision":"accept","at":"2026-01-31T12:00:00Z","more":1}
            {"row_id":"a","decision":"maybe","at":"2026-01-31T12:00:00Z"}

            {"row_id":1,"decision":"accept","at":"2026-01-31T12:00:00Z"}
            {"row_id":"a","decision":"accept","at":"yesterday"}
            {"row_id":"a","decision":"accept"}
            ["a"]
            {"row_id":"a",

            """);
        var error = Assert.Throws<CorpusException>(() => Store.Read());
        Assert.Equal(
            [
                "line 2: field decision: is \"maybe\"; allowed are accept, reject, flag.",
                "line 4: field row_id: is Number; allowed is text of 1 to 200 characters.",
                "line 5: field at: is \"yesterday\"; a time such as 2026-01-31T12:00:00Z is expected.",
                "line 6: field at: is missing.",
                "line 7: is Array; a mark is a JSON object.",
            ],
            error.Message.Split('\n').Take(5).Select(line => line[(line.IndexOf(": line", StringComparison.Ordinal) + 2)..]));
        Assert.StartsWith($"{Store.Path}: line 8: column ", error.Message.Split('\n')[5]);
    }

    [Fact]
    public void At_most_a_hundred_faults_are_told()
    {
        File.WriteAllText(Store.Path, string.Concat(Enumerable.Repeat("x\n", 1000)));
        Assert.Equal(100, Assert.Throws<CorpusException>(() => Store.Read()).Message.Split('\n').Length);
    }

    [Fact]
    public void What_is_no_file_of_marks_is_not_touched()
    {
        File.WriteAllBytes(Store.Path, Encoding.UTF8.GetBytes(new string('x', MarkReader.MaxLineBytes + 10)));
        Assert.Contains("no file of marks", Assert.Throws<CorpusException>(() => Store.Append("a", CurationDecision.Accept)).Message);
        Assert.Equal(MarkReader.MaxLineBytes + 10, new FileInfo(Store.Path).Length);
        Assert.True(Store.Read().HasTornLine);
    }

    [Fact]
    public void A_text_that_cannot_be_kept_is_refused()
    {
        Assert.Equal("The row id has 0 characters; allowed are 1 to 200.", Fault("", null));
        Assert.Equal("The row id holds half a surrogate pair, which has no UTF-8 form.", Fault("a\uD83D", null));
        Assert.Equal("The note has 10001 characters; allowed are 0 to 10000.", Fault("a", new string('x', 10_001)));
        Assert.False(File.Exists(Store.Path));

        string Fault(string rowId, string? note) => Assert.Throws<CorpusException>(() => Store.Append(rowId, CurationDecision.Accept, note)).Message;
    }

    [Fact]
    public async Task Writers_at_the_same_time_lose_nothing()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(writer => Task.Run(() =>
        {
            var store = Store;
            for (var i = 0; i < 25; i++)
            {
                store.Append($"{writer}-{i}", CurationDecision.Flag);
            }
        })));
        Assert.Equal(100, Store.Read().Latest.Count);
    }
}
