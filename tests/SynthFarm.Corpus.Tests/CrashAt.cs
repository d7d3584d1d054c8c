using SynthFarm.Corpus.Durability;

namespace SynthFarm.Corpus.Tests;

/// <summary>Throws the n-th time a point is reached.</summary>
internal sealed class CrashAt(string point, int occurrence = 1) : ICrashPoints
{
    private int _left = occurrence;

    public bool WasReached { get; private set; }

    public void Reach(string reached)
    {
        if (reached == point && --_left == 0)
        {
            WasReached = true;
            throw new CrashException(point);
        }
    }

    internal sealed class CrashException(string point) : Exception($"crash at {point}");
}
