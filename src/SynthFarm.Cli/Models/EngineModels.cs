using SynthFarm.Inference.Engine;

namespace SynthFarm.Cli.Models;

/// <summary>Lets go of both engines of a run.</summary>
internal sealed class EngineModels(EngineModel policy, EngineModel reward) : IAsyncDisposable
{
    public ValueTask DisposeAsync()
    {
        policy.Dispose();
        reward.Dispose();
        return ValueTask.CompletedTask;
    }
}
