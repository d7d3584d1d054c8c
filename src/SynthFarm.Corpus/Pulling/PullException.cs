namespace SynthFarm.Corpus.Pulling;

/// <summary>A snapshot could not be pulled. The message names the file and says why; it holds no token and no query of a URL. What was pulled is kept, and pulling again goes on from there.</summary>
public sealed class PullException : Exception
{
    public PullException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    public PullException(string message)
        : base(message)
    {
    }

    public PullException()
    {
    }

    /// <summary>Whether trying again may help.</summary>
    internal bool IsTransient { get; init; }

    /// <summary>Whether the source has nothing behind the bytes that are there; it may begin anew.</summary>
    internal bool IsRangeRefused { get; init; }

    /// <summary>How long the server asks to wait; null when it does not say.</summary>
    internal TimeSpan? RetryAfter { get; init; }
}
