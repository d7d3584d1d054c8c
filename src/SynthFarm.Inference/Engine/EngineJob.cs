using SynthFarm.Inference.Decoding;
using SynthFarm.Inference.Sampling;

namespace SynthFarm.Inference.Engine;

/// <summary>
/// A request on its way through the engine. All members run on the engine's thread, except <see cref="Read"/>, which may run on any thread,
/// one call per branch at a time.
/// </summary>
internal abstract class EngineJob(int[] tokens, CancellationToken cancellation)
{
    /// <summary>The tokens the request gave.</summary>
    public int[] Tokens { get; } = tokens;

    /// <summary>What is being worked on; empty before the start and after the end.</summary>
    public List<EngineBranch> Branches { get; } = [];

    public bool IsCancelled => cancellation.IsCancellationRequested;

    /// <summary>Most branches at once.</summary>
    public abstract int Width { get; }

    /// <summary>Most blocks of keys and values at once, were nothing shared with others.</summary>
    public abstract int BlocksNeeded { get; }

    /// <summary>Positions that can be taken from the cache; the outputs of later ones are wanted.</summary>
    public abstract int MostReused { get; }

    /// <summary>Tokens drawn so far.</summary>
    public long TokensSampled { get; protected set; }

    protected CancellationToken Cancellation => cancellation;

    /// <summary>Begins with the keys and values that are there already.</summary>
    public abstract void Start(KvSequence sequence);

    /// <summary>Adds to <paramref name="offsets"/> which of the next <paramref name="count"/> tokens' outputs are wanted.</summary>
    public abstract void Want(EngineBranch branch, int count, List<int> offsets);

    /// <summary>Reads the outputs that were wanted.</summary>
    /// <param name="branch">The branch, its tokens appended.</param>
    /// <param name="batch">The batch they were computed in.</param>
    /// <param name="first">Index of the first.</param>
    /// <param name="count">Their number, at least 1.</param>
    /// <param name="sampler">This thread's.</param>
    public abstract void Read(EngineBranch branch, DecoderBatch batch, int first, int count, Sampler sampler);

    /// <summary>Goes on after <see cref="Read"/>. A branch that ends leaves <see cref="Branches"/> and gives its sequence to the cache.</summary>
    public abstract void Advance(EngineBranch branch, PrefixCache cache);

    /// <summary>Gives up the sequences.</summary>
    public void Release()
    {
        foreach (EngineBranch branch in Branches)
            branch.Sequence.Dispose();
        Branches.Clear();
    }

    /// <summary>Tells the caller the result.</summary>
    public abstract void Succeed();

    /// <summary>Tells the caller what went wrong.</summary>
    public abstract void Fail(Exception error);

    /// <summary>Tells the caller that the cancellation was heard.</summary>
    public abstract void Cancel();
}
