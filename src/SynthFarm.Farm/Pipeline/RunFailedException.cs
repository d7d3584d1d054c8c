namespace SynthFarm.Farm.Pipeline;

/// <summary>A run stopped because of an error of its own, e.g. a full disk. The message is the first cause; the run can be resumed once that is mended.</summary>
public sealed class RunFailedException : Exception
{
    public RunFailedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public RunFailedException(string message)
        : base(message)
    {
    }

    public RunFailedException()
    {
    }
}
