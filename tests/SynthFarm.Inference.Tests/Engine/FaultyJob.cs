using SynthFarm.Inference.Decoding;
using SynthFarm.Inference.Engine;
using SynthFarm.Inference.Sampling;

namespace SynthFarm.Inference.Tests.Engine;

/// <summary>A job that breaks at one stage, for showing that it breaks alone.</summary>
internal sealed class FaultyJob(int[] tokens, string stage) : EngineJob<int>(tokens, CancellationToken.None)
{
    public override int Width => 1;

    public override int BlocksNeeded => 4;

    public override int MostReused => 0;

    protected override int Outcome => 0;

    public override void Start(KvSequence sequence) => Branches.Add(new EngineBranch(this, sequence, [.. Tokens]));

    public override void Want(EngineBranch branch, int count, List<int> offsets) => offsets.Add(stage == "pass" ? count : count - 1);

    public override void Read(EngineBranch branch, DecoderBatch batch, int first, int count, Sampler sampler)
    {
        if (stage == "read")
            throw new InvalidOperationException(stage);
    }

    public override void Advance(EngineBranch branch, PrefixCache cache) => throw new InvalidOperationException(stage);
}
