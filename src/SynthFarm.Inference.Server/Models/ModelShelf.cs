using SynthFarm.Inference.Server.Errors;
using SynthFarm.Inference.Server.Fields;

namespace SynthFarm.Inference.Server.Models;

/// <summary>The models a server has.</summary>
internal sealed class ModelShelf
{
    private readonly Dictionary<string, ServedModel> _byName = [];

    /// <exception cref="ArgumentException">There is none, or two have one name.</exception>
    public ModelShelf(IReadOnlyList<ServedModel> models)
    {
        if (models.Count == 0)
        {
            throw new ArgumentException("A server needs a model.", nameof(models));
        }

        foreach (var model in models)
        {
            if (!_byName.TryAdd(model.Name, model))
            {
                throw new ArgumentException($"Two models have the name {model.Name}.", nameof(models));
            }
        }

        All = models;
    }

    public IReadOnlyList<ServedModel> All { get; }

    /// <summary>The model a request's field <c>model</c> names.</summary>
    /// <param name="fields">The request.</param>
    /// <param name="scores">Whether it must score, or write; null where either will do.</param>
    /// <exception cref="ApiException">There is no such model, or it is of the other kind.</exception>
    public ServedModel Find(RequestFields fields, bool? scores)
    {
        var name = fields.RequiredText("model");
        fields.Faults.ThrowIfAny();
        var model = Find(name);
        return scores is { } wanted && model.Scores != wanted
            ? throw ApiException.Invalid(wanted
                ? $"The model '{name}' does not score; ask it at /v1/completions or /v1/chat/completions."
                : $"The model '{name}' scores steps and does not write; ask it at /pooling.", "model", "model_not_supported")
            : model;
    }

    /// <inheritdoc cref="Find(RequestFields, bool?)"/>
    public ServedModel Find(string name) => _byName.TryGetValue(name, out var model)
        ? model
        : throw new ApiException(404, new ApiError($"The model '{name}' does not exist.", ApiErrorTypes.InvalidRequest, "model", "model_not_found"));
}
