using System.Text.Json.Nodes;
using SynthFarm.Inference.Engine;
using SynthFarm.Inference.OpenAI.Exchanges;
using SynthFarm.Inference.OpenAI.Rewards;

namespace SynthFarm.Inference.OpenAI.Tests.Rewards;

public class PoolingScoresTests
{
    [Fact]
    public void Scores_are_put_in_the_order_of_their_index_and_read_at_the_last_marker() =>
        Assert.Equal([0.9f, 0.2f], Read("""[{"index":1,"data":[[0.5,0.5],[0.8,0.2]]},{"index":0,"data":[[0.4,0.6],[0.1,0.9]]}]""", RewardDialect.Qwen));

    [Fact]
    public void Tags_have_right_first() => Assert.Equal([0.75f, 0.5f], Read("""[{"index":0,"data":[[1,0],[0.75,0.25]]},{"index":1,"data":[[0,1],[0.5,0.5]]}]""", RewardDialect.MathShepherd));

    [Theory]
    [InlineData("""[{"index":0,"data":[[0.5,0.5],[0.8,0.2]]}]""", "1 of 2 texts")]
    [InlineData("""[{"index":0,"data":[[0.5,0.5],[0.8,0.2]]},{"index":0,"data":[[0.5,0.5],[0.8,0.2]]}]""", "twice")]
    [InlineData("""[{"index":0,"data":[[0.5,0.5]]},{"index":1,"data":[[0.5,0.5],[0.8,0.2]]}]""", "1 scores for 2 steps")]
    [InlineData("""[{"index":0,"data":[[0.5,0.5],[0.8,0.2],[0.8,0.2]]},{"index":1,"data":[[0.5,0.5],[0.8,0.2]]}]""", "3 scores for 2 steps")]
    [InlineData("""[{"index":0,"data":[[0.5,0.5],[0.8,7]]},{"index":1,"data":[[0.5,0.5],[0.8,0.2]]}]""", "score 7")]
    public void Answers_that_are_none_are_named(string data, string message) =>
        Assert.Contains(message, Assert.Throws<ServedFault>(() => Read(data, RewardDialect.Qwen)).Message, StringComparison.Ordinal);

    private static IReadOnlyList<float> Read(string data, RewardDialect dialect) => PoolingScores.Read(JsonNode.Parse($$"""{"data":{{data}}}""")!.AsObject(), 2, dialect, 2);
}
