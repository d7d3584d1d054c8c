namespace SynthFarm.Farm.Runs;

/// <summary>A run directory cannot be used as asked: in use, of another configuration, damaged, or no run directory at all.</summary>
public sealed class RunDirectoryException : Exception
{
    public RunDirectoryException(string message)
        : base(message)
    {
    }

    public RunDirectoryException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public RunDirectoryException()
    {
    }
}
