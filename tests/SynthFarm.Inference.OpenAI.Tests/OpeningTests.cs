using SynthFarm.Core.Models;
using SynthFarm.Core.Randomness;
using SynthFarm.Inference.OpenAI.Tests.Support;
using SynthFarm.TestKit.Models.Served;

namespace SynthFarm.Inference.OpenAI.Tests;

/// <summary>What servers say when a model is opened, and what is made of it.</summary>
public class OpeningTests(ServedTiny tiny)
{
    private const string Dead = "http://127.0.0.1:1/v1";

    [Fact]
    public async Task A_dead_server_does_not_keep_the_others_from_starting()
    {
        using var policy = await tiny.OpenAsync($"openai:{Dead}*1000,URL/v1?model=tiny");
        var request = new StepRequest { TreeId = "t", Problem = ServedTiny.Problem, Path = [], Seeds = [new Seed(1)], Sampling = new SamplingOptions(), MaxTokens = 4 };
        Assert.Single(await policy.Policy!.ProposeAsync(request, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Servers_of_which_none_answers_are_named()
    {
        await using var busy = new FixedServerDouble((_, _) => (503, """{"error":{"message":"loading"}}"""));
        var fault = await Assert.ThrowsAsync<ModelException>(() => tiny.OpenAsync($"openai:{Dead},{busy.Url}/v1?model=tiny&silence=1"));
        Assert.Contains("http://127.0.0.1:1: ", fault.Message, StringComparison.Ordinal);
        Assert.EndsWith($"{busy.Url}: 503 loading", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Servers_with_other_weights_than_each_other_are_refused()
    {
        await using var other = new FixedServerDouble((_, _) => (200, FixedServerDouble.Models("tiny", "tiny@0123456789ab")));
        var fault = await Assert.ThrowsAsync<ModelException>(() => tiny.OpenAsync($"openai:{other.Url}/v1,URL/v1?model=tiny&revision=mine"));
        Assert.Contains("tiny has other weights at each server: 0123456789ab at http", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_is_never_one_fails_its_problem_after_the_tries()
    {
        await using var filtering = new FixedServerDouble((path, _) => (200, path == "/v1/models"
            ? FixedServerDouble.Models("m", "m")
            : """{"choices":[{"index":0,"text":"1","finish_reason":"content_filter"}]}"""));
        using var policy = await tiny.OpenAsync("openai:URL/v1?model=m&server=openai&tries=3", filtering.Url);
        var request = new StepRequest { TreeId = "t", Problem = ServedTiny.Problem, Path = [], Seeds = [new Seed(1)], Sampling = new SamplingOptions(), MaxTokens = 4 };
        var fault = await Assert.ThrowsAsync<ModelException>(() => policy.Policy!.ProposeAsync(request, TestContext.Current.CancellationToken));
        Assert.EndsWith("choice 0 ended as \"content_filter\"", fault.Message, StringComparison.Ordinal);
        Assert.Equal((1, 2), (policy.Use.Answers, policy.Use.Repeated));
        Assert.Empty(policy.Troubles);
    }
}
