using SynthFarm.Core.Selection.Candidates;

namespace SynthFarm.Core.Tests.Selection;

public class TextFeatureTests
{
    [Theory]
    [InlineData("a b c", 0)]
    [InlineData("a b c d", 0)]
    [InlineData("a b c d a b c d", 0.2)] // abcd bcda cdab dabc abcd: one of five again
    [InlineData("go go go go go go", 2 / 3.0)] // three equal 4-grams, two of them again
    [InlineData("12+7=19", 0)]
    public void Repetition_is_the_share_of_word_4_grams_that_come_again(string text, double share)
        => Assert.Equal(share, Read(text).Repetition, 1e-12);

    [Theory]
    [InlineData("Wait, no.", "wait", true)]
    [InlineData("I await it; awaits. WAIT", "wait", true)]
    [InlineData("I await it", "wait", false)]
    [InlineData("waiting", "wait", false)]
    [InlineData("so, as an AI model", "as an ai", true)]
    [InlineData("x--y", "--", true)]
    [InlineData("", "wait", false)]
    public void A_word_is_found_whatever_its_case_and_only_whole(string text, string word, bool found)
    {
        Assert.Equal(found ? word : null, new TextFeatureReader([word], []).Read("", text).ForbiddenWord);
        Assert.Equal(found, new TextFeatureReader([], ["never there", word]).Read("", text).HasRequiredWord);
    }

    [Fact]
    public void Hashes_level_case_and_white_space_and_nothing_else()
    {
        Assert.Equal(Read(" So\t 3 - 4\n= X ").ConversationHash, Read("so 3 - 4 = x").ConversationHash);
        Assert.NotEqual(Read("3 - 4").ConversationHash, Read("3 4").ConversationHash);
        Assert.NotEqual(Read("3 - 4").ConversationHash, Read("3-4").ConversationHash);

        // What belongs to the statement is not confused with what belongs to the response.
        var reader = new TextFeatureReader([], []);
        Assert.NotEqual(reader.Read("a b", "c").ConversationHash, reader.Read("a", "b c").ConversationHash);
        Assert.Equal(reader.Read("a  B", "c").ProblemHash, reader.Read("A b", "d").ProblemHash);
    }

    [Fact]
    public void Rows_that_are_built_alike_are_near_whatever_their_numbers_are()
    {
        var (a, b) = (Read("12 + 7 = 19; left: 19, 3").Vector, Read("35 + 2 = 37; left: 37, 8").Vector);
        Assert.Equal(1, a.Similarity(b), 1e-9);
        Assert.True(a.Similarity(Read("Let us integrate by parts and substitute.").Vector) < 0.5);
        Assert.Equal(0, a.Similarity(HashedVector.Zero));
    }

    [Fact]
    public void The_mean_does_not_depend_on_lengths_or_order()
    {
        var (x, y) = (SomeRow.Axis(0, 1000), SomeRow.Axis(1));
        Assert.Equal(HashedVector.Mean([x, y]).Values, HashedVector.Mean([y, x]).Values);
        Assert.Equal(Math.Sqrt(0.5), HashedVector.Mean([x, y]).Similarity(x), 1e-9);
        Assert.Equal(0, HashedVector.Mean([]).Similarity(x));
    }

    [Fact]
    public void Any_text_can_be_read()
    {
        foreach (var text in new[] { "\0", "\uFEFF", "😀😀😀😀😀", "\u202E", new string('(', 100_000), "\uD83D", "</think>" })
        {
            Assert.InRange(Read(text).Repetition, 0, 1);
        }
    }

    private static TextFeatures Read(string response) => new TextFeatureReader([], []).Read("", response);
}
