using SynthFarm.Inference.Training;
using SynthFarm.TinyModels.Recipe;

namespace SynthFarm.Cli.Tests.Runs;

/// <summary>Real models with random weights, in folders: quick to make, quick to run, and no good at anything.</summary>
public sealed class UntrainedModels : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("synthfarm-models-");

    public UntrainedModels()
    {
        var tokenizer = TinyTokenizer.Build();
        var config = TinyArchitecture.Create(tokenizer.VocabularySize) with
        {
            HiddenSize = 32, Layers = 1, Heads = 2, KeyValueHeads = 2, HeadDim = 16, IntermediateSize = 48, BosTokenId = tokenizer.EosId, EosTokenId = tokenizer.EosId,
        };
        var policy = LlamaInitializer.Create(config, seed: 1);
        policy.Save(In("policy"));
        tokenizer.Save(In("policy"));
        LlamaInitializer.RewardModelFrom(policy).Save(In("reward"));
        tokenizer.Save(In("reward"));
    }

    public string Policy => $"file:{In("policy")}";

    public string Reward => $"file:{In("reward")}";

    public void Dispose() => _folder.Delete(recursive: true);

    private string In(string name) => Path.Combine(_folder.FullName, name);
}
