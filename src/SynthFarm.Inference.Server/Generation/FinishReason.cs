using SynthFarm.Inference.Engine;

namespace SynthFarm.Inference.Server.Generation;

/// <summary>Why a choice ended, in the words of the interface.</summary>
internal static class FinishReason
{
    /// <summary><c>length</c> or <c>stop</c>.</summary>
    public static string Of(GeneratedSample sample) => sample.Finish == GenerateFinish.Length ? "length" : "stop";

    /// <summary>vLLM's <c>stop_reason</c>: the stop string or the stop token that ended it; null where the model itself did, or its length.</summary>
    public static object? Stop(GeneratedSample sample, IReadOnlySet<int> ends) => sample.Finish switch
    {
        GenerateFinish.StopString => sample.StopString,
        GenerateFinish.StopToken when !ends.Contains(sample.TokenIds[^1]) => sample.TokenIds[^1],
        _ => null,
    };
}
