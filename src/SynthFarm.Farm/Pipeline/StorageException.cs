namespace SynthFarm.Farm.Pipeline;

/// <summary>Carries a failure of the run's own storage through a search, which lets exceptions pass, so that it is not taken for the problem's.</summary>
internal sealed class StorageException : Exception
{
    public StorageException(Exception cause)
        : base(cause.Message, cause)
    {
    }

    public StorageException()
    {
    }

    public StorageException(string message)
        : base(message)
    {
    }

    public StorageException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
