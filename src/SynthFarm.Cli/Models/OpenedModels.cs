using SynthFarm.Farm.Models;
using SynthFarm.Inference.OpenAI;
using SpecServedOptions = SynthFarm.Farm.Specification.ServedOptions;

namespace SynthFarm.Cli.Models;

/// <summary>The models of a run, to be let go of together.</summary>
internal sealed class OpenedModels : IAsyncDisposable
{
    private readonly List<OpenedModel> _all = [];

    /// <summary>Those of them that are served.</summary>
    public IReadOnlyList<ServedModel> Served => [.. _all.Select(model => model.Served).OfType<ServedModel>()];

    /// <exception cref="Core.Models.ModelException">It cannot be loaded, or no server of it answers.</exception>
    public async Task<OpenedModel> OpenAsync(ModelAddress address, string shipped, string shippedName, string key, SpecServedOptions served, CancellationToken cancellationToken)
    {
        var model = address.Served is { } at
            ? new OpenedModel(null, await ServedModel.OpenAsync(at, Options(served), cancellationToken).ConfigureAwait(false))
            : new OpenedModel(await Task.Run(() => ModelFactory.Load(address.Embedded!, shipped, shippedName, key), cancellationToken).ConfigureAwait(false), null);
        _all.Add(model);
        return model;
    }

    /// <summary>What all servers were asked together.</summary>
    public ServedWork Work() => Served.Select(model => model.Use)
        .Aggregate(new ServedWork(0, 0, 0, 0), (sum, use) => sum + new ServedWork(use.Answers, use.Repeated, use.PromptTokens, use.CompletionTokens));

    public IReadOnlyList<string> Troubles() => [.. Served.SelectMany(model => model.Troubles)];

    public ValueTask DisposeAsync()
    {
        _all.ForEach(model =>
        {
            model.Engine?.Dispose();
            model.Served?.Dispose();
        });
        return ValueTask.CompletedTask;
    }

    private static ServedOptions Options(SpecServedOptions served) => new()
    {
        Key = ModelFactory.KeyVariables.Select(Environment.GetEnvironmentVariable).FirstOrDefault(value => !string.IsNullOrEmpty(value)),
        Record = served.Record.Length > 0 ? served.Record : null,
        Replay = served.Replay.Length > 0 ? served.Replay : null,
    };
}
