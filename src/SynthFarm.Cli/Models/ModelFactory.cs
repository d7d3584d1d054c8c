using SynthFarm.Core.Models;
using SynthFarm.Farm.Models;
using SynthFarm.Inference.Engine;
using SynthFarm.Inference.Tokenization;
using SynthFarm.TinyModels;

namespace SynthFarm.Cli.Models;

/// <summary>Loads models on the embedded engine.</summary>
internal sealed class ModelFactory : IModelFactory
{
    /// <inheritdoc/>
    public Task<RunModels> CreateAsync(string policyUri, string rewardUri, CancellationToken cancellationToken) =>
        Task.Run(() => Create(policyUri, rewardUri), cancellationToken);

    private static RunModels Create(string policyUri, string rewardUri)
    {
        // Both URIs are read before anything is loaded, so that a slip in the second does not wait for the first.
        var (policyFolder, rewardFolder) = (ModelUri.FolderOf(policyUri, "policy"), ModelUri.FolderOf(rewardUri, "reward"));
        var policy = Load(policyFolder ?? TinyModelFiles.Policy, policyFolder is null ? "tiny" : null, "policy");
        try
        {
            var reward = Load(rewardFolder ?? TinyModelFiles.Reward, rewardFolder is null ? "tiny-prm" : null, "reward");
            try
            {
                return new RunModels(new EnginePolicyModel(policy), new EngineRewardModel(reward), new EngineModels(policy, reward));
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

    private static EngineModel Load(string folder, string? name, string key)
    {
        try
        {
            return Directory.Exists(folder)
                ? EngineModel.Load(folder, name: name)
                : throw new ModelException($"{key}: there is no folder {folder}.");
        }
        catch (Exception e) when (e is InvalidDataException or TokenizerFormatException or IOException or UnauthorizedAccessException)
        {
            throw new ModelException($"{key}: {folder} cannot be loaded: {e.Message}", e);
        }
    }
}
