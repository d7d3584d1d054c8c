using SynthFarm.Core.Models;
using SynthFarm.Farm.Models;
using SynthFarm.Inference.Engine;
using SynthFarm.Inference.Kernels;
using SynthFarm.Inference.OpenAI.Addresses;
using SynthFarm.Inference.Tokenization;
using SynthFarm.TinyModels;
using SpecServedOptions = SynthFarm.Farm.Specification.ServedOptions;

namespace SynthFarm.Cli.Models;

/// <summary>Loads models on the embedded engine, and opens served ones.</summary>
internal sealed class ModelFactory : IModelFactory
{
    /// <summary>Holds the key for served models; the first that is set counts.</summary>
    public static readonly string[] KeyVariables = ["SYNTHFARM_OPENAI_API_KEY", "OPENAI_API_KEY"];

    /// <inheritdoc/>
    public async Task<RunModels> CreateAsync(string policyUri, string rewardUri, SpecServedOptions served, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(served);
        // The second URI is read before the first is loaded, so that a slip in it is told at once.
        var policyAt = Read(policyUri, "policy", ServedKind.Policy);
        var rewardAt = Read(rewardUri, "reward", ServedKind.Reward, ServedKind.Judge);
        if (policyAt.Served is { HasExtras: false } && rewardAt.Served is { ReadsPolicyTokens: true })
        {
            throw new ModelException("reward has tokens=policy, and policy has server=openai, which tells no tokens; use tokens=own.");
        }

        var models = new OpenedModels();
        try
        {
            var policy = await models.OpenAsync(policyAt, TinyModelFiles.Policy, "tiny", "policy", served, cancellationToken).ConfigureAwait(false);
            var reward = await models.OpenAsync(rewardAt, TinyModelFiles.Reward, "tiny-prm", "reward", served, cancellationToken).ConfigureAwait(false);
            return new RunModels(
                policy.Served?.Policy ?? new EnginePolicyModel(policy.Engine!, new PromptFormat { Template = policyAt.Embedded!.Template }),
                reward.Served?.Reward ?? new EngineRewardModel(reward.Engine!, rewardAt.Embedded!.Dialect, policy.Engine?.TokenizerHash == reward.Engine!.TokenizerHash),
                models,
                policy.Engine is { } writer && reward.Engine is { } scorer ? () => new RunWork(Work(writer), Work(scorer)) : null,
                models.Served is [] ? null : models.Work,
                models.Served is [] ? null : models.Troubles);
        }
        catch (ArgumentException e)
        {
            await models.DisposeAsync().ConfigureAwait(false);
            throw new ModelException(e.Message, e);
        }
        catch
        {
            await models.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Loads a policy alone.</summary>
    /// <param name="uri">The URI.</param>
    /// <param name="key">The option or key that named it, for messages.</param>
    /// <exception cref="ModelException">The URI is of another kind, or the folder cannot be loaded.</exception>
    public static EngineModel LoadPolicy(string uri, string key) => Load(ModelUri.Parse(uri, key), TinyModelFiles.Policy, "tiny", key);

    private static ModelAddress Read(string uri, string key, params ServedKind[] kinds)
    {
        if (!ServedAddressParser.IsServed(uri))
        {
            return new ModelAddress(ModelUri.Parse(uri, key), null);
        }

        var served = ServedAddressParser.Parse(uri, key);
        return kinds.Contains(served.Kind)
            ? new ModelAddress(null, served)
            : throw new ModelException($"{key} is the address of a {(served.Kind == ServedKind.Policy ? "policy; a reward model's begins with prm: or judge:openai:" : "reward model; a policy's begins with openai:")}.");
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
