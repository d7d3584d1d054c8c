using System.Runtime.InteropServices;
using SynthFarm.Inference.Decoding;
using SynthFarm.Inference.Sampling;

namespace SynthFarm.Inference.Engine;

/// <summary>
/// A token sequence a job is working on. Samples that have drawn the same tokens so far are one branch, computed once; where they part, the
/// branch is forked.
/// </summary>
internal sealed class EngineBranch(EngineJob job, KvSequence sequence, List<int> tokens)
{
    public EngineJob Job { get; } = job;

    /// <summary>Keys and values of the first tokens.</summary>
    public KvSequence Sequence { get; } = sequence;

    /// <summary>All tokens, those not yet computed included.</summary>
    public List<int> Tokens { get; } = tokens;

    /// <summary>The samples that have these tokens.</summary>
    public List<int> Members { get; init; } = [];

    /// <summary>Log-probabilities of the drawn tokens.</summary>
    public List<float> LogProbs { get; init; } = [];

    /// <summary>The likeliest tokens at each drawn one's position; kept only where they are asked for.</summary>
    public List<IReadOnlyList<SampledToken>> Alternatives { get; init; } = [];

    /// <summary>Bytes of the drawn tokens; kept only where stop strings are looked for.</summary>
    public List<byte> Text { get; init; } = [];

    /// <summary>Tokens not yet computed.</summary>
    public int Pending => Tokens.Count - Sequence.Length;

    /// <summary>What went wrong while its outputs were read.</summary>
    public Exception? Fault { get; set; }

    public ReadOnlySpan<int> TokenSpan => CollectionsMarshal.AsSpan(Tokens);

    /// <summary>A branch of other samples that begins as this one.</summary>
    public EngineBranch Fork(List<int> members) =>
        new(Job, Sequence.Fork(Sequence.Length), [.. Tokens])
        {
            Members = members, LogProbs = [.. LogProbs], Alternatives = [.. Alternatives], Text = [.. Text],
        };
}
