using SynthFarm.Farm.Specification;

namespace SynthFarm.Farm.Models;

/// <summary>Makes models from their URIs, e.g. <c>tiny</c>, <c>file:DIR</c> or <c>openai:http://host:8000/v1?model=NAME</c>.</summary>
public interface IModelFactory
{
    /// <summary>Loads a policy and a reward model. Models of equal URIs may be shared between runs.</summary>
    /// <param name="policyUri">The policy's URI, from the specification's <c>policy</c>.</param>
    /// <param name="rewardUri">The reward model's URI, from the specification's <c>reward</c>.</param>
    /// <param name="served">Whether the answers of served models are recorded or replayed.</param>
    /// <exception cref="Core.Models.ModelException">A URI names no model, or the model cannot be loaded; the message says why.</exception>
    Task<RunModels> CreateAsync(string policyUri, string rewardUri, ServedOptions served, CancellationToken cancellationToken);
}
