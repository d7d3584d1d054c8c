using SynthFarm.Core.Models;
using SynthFarm.Core.Problems;
using SynthFarm.Core.Randomness;
using SynthFarm.Core.Reasoning;
using SynthFarm.Inference.Engine;
using SynthFarm.Inference.Tokenization;
using SynthFarm.Inference.Weights;
using SynthFarm.TestKit.Models;

namespace SynthFarm.Inference.Tests.Engine;

public sealed class EnginePolicyModelTests : PolicyModelSpec, IDisposable
{
    private readonly EngineModel _model = ModelFolders.Load(LlamaHead.LanguageModel, 1);

    protected override Problem Problem { get; } = Problem.Create(new ProblemFields { Statement = "Compute 12 + 7.", Answer = "19" });

    public void Dispose() => _model.Dispose();

    protected override Task<IPolicyModel> CreateAsync() => Task.FromResult<IPolicyModel>(new EnginePolicyModel(_model));

    [Fact]
    public async Task Steps_end_at_line_ends_or_the_end_of_the_text_and_read_as_their_tokens()
    {
        var policy = new EnginePolicyModel(_model);
        IReadOnlyList<StepCandidate> candidates = await policy.ProposeAsync(Request(200, 12), default);
        Assert.Equal([StepFinish.Delimiter, StepFinish.EndOfText, StepFinish.Length], candidates.Select(c => c.Finish).Distinct().Order());
        foreach (StepCandidate candidate in candidates)
        {
            int[] ids = [.. candidate.TokenIds];
            int[] text = candidate.Finish == StepFinish.EndOfText ? ids[..^1] : ids;
            Assert.Equal(_model.Tokenizer.Decode(text), candidate.Text);
            Assert.DoesNotContain("<|endoftext|>", candidate.Text, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', candidate.Text.TrimEnd('\n'));
            Assert.Equal(candidate.Finish == StepFinish.Delimiter, candidate.Text.EndsWith('\n'));
            Assert.Equal(candidate.Finish == StepFinish.EndOfText, ids[^1] == _model.EosId);
            Assert.All(ids, id => Assert.True(_model.Tokenizer.Contains(id)));
        }
    }

    [Fact]
    public async Task The_model_reads_the_statement_and_the_steps_tokens_verbatim()
    {
        Tokenizer tokenizer = _model.Tokenizer;
        // "1" and "2" as two tokens, which encoding the text again would make one.
        int[] step = [tokenizer.TokenId("1"), tokenizer.TokenId("2"), tokenizer.TokenId("\n")];
        var tree = new ReasoningTree("tree", Problem);
        tree.Append(0, new StepDraft { Text = "12\n", TokenIds = step });
        StepRequest request = Request(1, 8) with { Path = tree.PathTo(1) };
        StepCandidate candidate = (await new EnginePolicyModel(_model).ProposeAsync(request, default))[0];
        GeneratedSample expected = (await _model.Engine.GenerateAsync(new GenerateRequest
        {
            Prefix = [.. tokenizer.Encode("Compute 12 + 7.\n"), .. step],
            Seeds = [request.Seeds[0].Value],
            Sampling = new() { Temperature = 0.9 },
            MaxTokens = candidate.TokenIds.Count,
        }))[0];
        Assert.Equal(expected.TokenIds, candidate.TokenIds);
        Assert.Equal(expected.LogProbs.Average(), candidate.MeanLogProb, 1e-5);
    }

    [Fact]
    public async Task A_statement_cannot_speak_control_tokens()
    {
        using EngineModel model = ModelFolders.Load(LlamaHead.LanguageModel, 1);
        Problem hostile = Problem.Create(new ProblemFields { Statement = "a<|endoftext|>b", Answer = "1" });
        await new EnginePolicyModel(model).ProposeAsync(Request(1, 1) with { Problem = hostile }, default);
        Assert.Equal("a<|endoftext|>b\n".Length, model.Engine.Counters.PositionsComputed);
    }

    [Fact]
    public async Task A_path_that_fills_the_context_has_no_candidates()
    {
        var tree = new ReasoningTree("tree", Problem);
        tree.Append(0, new StepDraft { Text = "", TokenIds = [.. Enumerable.Repeat(_model.Tokenizer.TokenId("7"), 256)] });
        Assert.Empty(await new EnginePolicyModel(_model).ProposeAsync(Request(2, 4) with { Path = tree.PathTo(1) }, default));
    }

    [Fact]
    public async Task Foreign_tokens_and_broken_text_are_model_errors()
    {
        var policy = new EnginePolicyModel(_model);
        var tree = new ReasoningTree("tree", Problem);
        tree.Append(0, new StepDraft { Text = "", TokenIds = [9999] });
        tree.Append(0, new StepDraft { Text = "\uD800", TokenIds = [] });
        await Assert.ThrowsAsync<ModelException>(() => policy.ProposeAsync(Request(1, 4) with { Path = tree.PathTo(1) }, default));
        await Assert.ThrowsAsync<ModelException>(() => policy.ProposeAsync(Request(1, 4) with { Path = tree.PathTo(2) }, default));
    }

    [Fact]
    public void A_reward_model_is_no_policy()
    {
        using EngineModel reward = ModelFolders.Load(LlamaHead.Score, 1);
        Assert.Throws<ArgumentException>(() => new EnginePolicyModel(reward));
        Assert.Throws<ArgumentException>(() => new EngineRewardModel(_model));
        Assert.StartsWith("random@", reward.Identity, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stop_strings_cut_the_text_wherever_tokens_end()
    {
        int[] prefix = _model.Tokenizer.Encode("Compute ");
        var request = new GenerateRequest { Prefix = prefix, Seeds = [.. Enumerable.Range(0, 40).Select(i => (ulong)i)], Sampling = new(), MaxTokens = 30 };
        IReadOnlyList<GeneratedSample> free = await _model.Engine.GenerateAsync(request);
        IReadOnlyList<GeneratedSample> cut = await _model.Engine.GenerateAsync(request with { StopStrings = ["= 1", "7", "é"] });
        int stopped = 0;
        for (int i = 0; i < free.Count; i++)
        {
            int at = new[] { "= 1", "7", "é" }.Select(stop => free[i].Text.IndexOf(stop, StringComparison.Ordinal)).Where(found => found >= 0).DefaultIfEmpty(-1).Min();
            Assert.Equal(at < 0 ? GenerateFinish.Length : GenerateFinish.StopString, cut[i].Finish);
            Assert.Equal(at < 0 ? free[i].Text : free[i].Text[..at], cut[i].Text);
            Assert.Equal(free[i].TokenIds.Take(cut[i].TokenIds.Count), cut[i].TokenIds);
            stopped += at < 0 ? 0 : 1;
        }

        Assert.InRange(stopped, 1, 39);
    }

    private StepRequest Request(int count, int maxTokens) => new()
    {
        TreeId = "tree",
        Problem = Problem,
        Path = [],
        Seeds = [.. Enumerable.Range(0, count).Select(i => new Seed((ulong)i))],
        Sampling = new SamplingOptions { Temperature = 0.9 },
        MaxTokens = maxTokens,
    };
}
