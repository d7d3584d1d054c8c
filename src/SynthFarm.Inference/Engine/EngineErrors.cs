using SynthFarm.Core.Models;

namespace SynthFarm.Inference.Engine;

/// <summary>Turns what an engine throws into the one error that searches know.</summary>
internal static class EngineErrors
{
    public static async Task<T> AsModelErrorsAsync<T>(string identity, Func<Task<T>> ask)
    {
        try
        {
            return await ask().ConfigureAwait(false);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            throw new ModelException($"{identity}: {error.Message}", error);
        }
    }
}
