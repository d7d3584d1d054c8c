using SynthFarm.Farm.Durability;

namespace SynthFarm.Farm.Tests.Pipeline;

public sealed class CrashAtTests
{
    [Fact]
    public void The_nth_arrival_at_the_point_crashes()
    {
        var crashes = new List<string>();
        var points = CrashAt.Parse("commit.done:3", crashes.Add);
        foreach (var point in new[] { "commit.done", "commit.starting", "commit.done" })
        {
            points.Reach(point);
        }

        Assert.Empty(crashes);
        points.Reach("commit.done");
        points.Reach("commit.done");
        Assert.Equal(["commit.done"], crashes);
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("commit.done:0")]
    [InlineData("commit.done:x")]
    [InlineData("commit.done:")]
    [InlineData("")]
    public void What_is_no_point_is_refused(string text) => Assert.Throws<FormatException>(() => CrashAt.Parse(text, _ => { }));

    [Fact]
    public void Points_of_the_corpus_are_known_too() => Assert.Equal(1, CrashAt.Parse("publish.before-rename", _ => { }).Occurrence);
}
