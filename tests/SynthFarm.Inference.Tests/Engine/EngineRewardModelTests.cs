using SynthFarm.Core.Models;
using SynthFarm.Core.Problems;
using SynthFarm.Core.Reasoning;
using SynthFarm.Inference.Engine;
using SynthFarm.Inference.Tests.Decoding;
using SynthFarm.Inference.Weights;
using SynthFarm.TestKit.Models;

namespace SynthFarm.Inference.Tests.Engine;

public sealed class EngineRewardModelTests : ProcessRewardModelSpec, IDisposable
{
    private readonly EngineModel _model = ModelFolders.Load(LlamaHead.Score, 2);

    protected override Problem Problem { get; } = Problem.Create(new ProblemFields { Statement = "Compute 12 + 7.", Answer = "19" });

    protected override IReadOnlyList<StepCandidate> Candidates => [Step("12 + 7 = 19\n"), Step("12 + 7 = 20\n"), Step("12 - 7 = 5\n"), Step("12 + 7 = 19\n")];

    public void Dispose() => _model.Dispose();

    protected override Task<IProcessRewardModel> CreateAsync() => Task.FromResult<IProcessRewardModel>(new EngineRewardModel(_model));

    [Fact]
    public async Task The_score_is_the_sigmoid_at_the_steps_last_token_the_end_included()
    {
        string folder = Directory.CreateTempSubdirectory("model").FullName;
        try
        {
            ModelFolders.Write(folder, LlamaHead.Score, 2);
            LlamaWeights weights = LlamaWeights.Load(folder);
            int[] step = [.. _model.Tokenizer.Encode("Answer: 19"), _model.EosId!.Value];
            double expected = ReferenceLlama.Forward(weights, [.. _model.Tokenizer.Encode("Compute 12 + 7.\n"), .. step])[^1][0];
            IReadOnlyList<StepReward> rewards = await new EngineRewardModel(_model).ScoreAsync(
                Request([], new StepCandidate("Answer: 19", step, 0, StepFinish.EndOfText)), default);
            Assert.Equal(1 / (1 + Math.Exp(-expected)), rewards[0].Score, 1e-5);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task A_new_step_costs_its_own_tokens_only()
    {
        var reward = new EngineRewardModel(_model);
        var tree = new ReasoningTree("tree", Problem);
        var prefixes = new HashSet<string>();
        for (int parent = 0; parent < 6;)
        {
            IReadOnlyList<ReasoningStep> path = tree.PathTo(parent);
            await reward.ScoreAsync(Request(path, [.. Candidates]), default);
            List<int> tokens = [.. _model.Tokenizer.Encode("Compute 12 + 7.\n"), .. path.SelectMany(step => step.TokenIds)];
            foreach (StepCandidate candidate in Candidates)
            {
                int[] all = [.. tokens, .. candidate.TokenIds];
                prefixes.UnionWith(Enumerable.Range(1, all.Length).Select(length => string.Join(',', all[..length])));
            }

            Assert.Equal(prefixes.Count, _model.Engine.Counters.PositionsComputed);
            parent = tree.Append(parent, new StepDraft { Text = Candidates[1].Text, TokenIds = Candidates[1].TokenIds }).Id;
        }
    }

    [Fact]
    public async Task A_path_longer_than_the_context_is_a_model_error()
    {
        var candidate = new StepCandidate("", [.. Enumerable.Repeat(_model.Tokenizer.TokenId("7"), 256)], 0, StepFinish.Length);
        ModelException error = await Assert.ThrowsAsync<ModelException>(() => new EngineRewardModel(_model).ScoreAsync(Request([], candidate), default));
        Assert.Contains("256 positions", error.Message, StringComparison.Ordinal);
    }

    private StepCandidate Step(string text) => new(text, _model.Tokenizer.Encode(text), -1, StepFinish.Delimiter);

    private RewardRequest Request(IReadOnlyList<ReasoningStep> path, params StepCandidate[] candidates) =>
        new() { TreeId = "tree", Problem = Problem, Path = path, Candidates = candidates };
}
