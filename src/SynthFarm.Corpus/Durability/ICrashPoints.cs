namespace SynthFarm.Corpus.Durability;

/// <summary>
/// Told when a durable operation reaches a named point between two of its effects. The product's implementation does nothing; tests of
/// crash safety end the process there.
/// </summary>
public interface ICrashPoints
{
    /// <summary>Called at the point, on the thread that does the work. An exception stops the operation where it is.</summary>
    /// <param name="point">One of <see cref="CrashPoint"/>'s names, or another component's own.</param>
    void Reach(string point);
}
