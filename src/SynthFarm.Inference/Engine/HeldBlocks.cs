using SynthFarm.Inference.Decoding;

namespace SynthFarm.Inference.Engine;

/// <summary>Counts the distinct blocks of some sequences.</summary>
internal sealed class HeldBlocks(int capacity)
{
    private readonly int[] _holders = new int[capacity];

    public int Count { get; private set; }

    public void Add(KvSequence sequence)
    {
        foreach (int block in sequence.Blocks)
        {
            if (_holders[block]++ == 0)
                Count++;
        }
    }

    public void Remove(KvSequence sequence)
    {
        foreach (int block in sequence.Blocks)
        {
            if (--_holders[block] == 0)
                Count--;
        }
    }
}
