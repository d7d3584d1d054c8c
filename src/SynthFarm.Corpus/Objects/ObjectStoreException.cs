namespace SynthFarm.Corpus.Objects;

/// <summary>A store could not do what it was asked to. The message names the store and the object and holds no secret.</summary>
public sealed class ObjectStoreException : Exception
{
    public ObjectStoreException(string message, bool isTransient, Exception? innerException = null)
        : base(message, innerException)
    {
        IsTransient = isTransient;
    }

    public ObjectStoreException(string message, Exception innerException)
        : this(message, isTransient: false, innerException)
    {
    }

    public ObjectStoreException(string message)
        : this(message, isTransient: false)
    {
    }

    public ObjectStoreException()
    {
    }

    /// <summary>Whether trying again may help: it timed out, was cut off, or the store is busy. What was asked for may have happened.</summary>
    public bool IsTransient { get; }
}
