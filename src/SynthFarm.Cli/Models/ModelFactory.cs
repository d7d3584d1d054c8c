using SynthFarm.Core.Models;
using SynthFarm.Farm.Models;
using SynthFarm.Inference.Engine;
using SynthFarm.Inference.Kernels;
using SynthFarm.Inference.Tokenization;
using SynthFarm.TinyModels;

namespace SynthFarm.Cli.Models;

/// <summary>Loads models on the embedded engine.</summary>
internal sealed class ModelFactory : IModelFactory
{
    /// <inheritdoc/>
    public Task<RunModels> CreateAsync(string policyUri, string rewardUri, CancellationToken cancellationToken) =>
        Task.Run(() => Create(policyUri, rewardUri), cancellationToken);

    /// <summary>Loads a policy alone.</summary>
    /// <param name="uri">The URI.</param>
    /// <param name="key">The option or key that named it, for messages.</param>
    /// <exception cref="ModelException">The URI is of another kind, or the folder cannot be loaded.</exception>
    public static EngineModel LoadPolicy(string uri, string key) => Load(ModelUri.Parse(uri, key), TinyModelFiles.Policy, "tiny", key);

    private static RunModels Create(string policyUri, string rewardUri)
    {
        // The second URI is read before the first is loaded, so that a slip in it is told at once.
        var (policyAt, rewardAt) = (ModelUri.Parse(policyUri, "policy"), ModelUri.Parse(rewardUri, "reward"));
        var policy = Load(policyAt, TinyModelFiles.Policy, "tiny", "policy");
        try
        {
            var reward = Load(rewardAt, TinyModelFiles.Reward, "tiny-prm", "reward");
            try
            {
                return new RunModels(
                    new EnginePolicyModel(policy, new PromptFormat { Template = policyAt.Template }),
                    new EngineRewardModel(reward, rewardAt.Dialect, policy.TokenizerHash == reward.TokenizerHash),
                    new EngineModels(policy, reward),
                    () => new RunWork(Work(policy), Work(reward)));
            }
            catch (ArgumentException e)
            {
                reward.Dispose();
                throw new ModelException(e.Message, e);
            }
        }
        catch
        {
            policy.Dispose();
            throw;
        }
    }

    private static ModelWork Work(EngineModel model)
    {
        var counters = model.Engine.Counters;
        return new ModelWork(counters.PositionsComputed, counters.PositionsUnique, counters.PositionsReused);
    }

    /// <summary>Loads one model.</summary>
    /// <param name="uri">Where it is.</param>
    /// <param name="shipped">The folder of the shipped model that <c>tiny</c> means.</param>
    /// <param name="shippedName">That one's name.</param>
    /// <param name="key">The option or key that named it, for messages.</param>
    /// <exception cref="ModelException">The folder cannot be loaded.</exception>
    public static EngineModel Load(ModelUri uri, string shipped, string shippedName, string key)
    {
        var folder = uri.Folder ?? shipped;
        try
        {
            return Directory.Exists(folder)
                ? EngineModel.Load(folder, new EngineOptions { Weights = uri.Weights ?? WeightType.F32 }, uri.Folder is null ? shippedName : null)
                : throw new ModelException($"{key}: there is no folder {folder}.");
        }
        catch (Exception e) when (e is InvalidDataException or TokenizerFormatException or IOException or UnauthorizedAccessException)
        {
            throw new ModelException($"{key}: {folder} cannot be loaded: {e.Message}", e);
        }
    }
}
