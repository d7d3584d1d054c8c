namespace SynthFarm.Core.Models;

/// <summary>A model could not answer a request. The problem that asked fails with this message; others go on.</summary>
public sealed class ModelException : Exception
{
    public ModelException(string message)
        : base(message)
    {
    }

    public ModelException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public ModelException()
    {
    }
}
