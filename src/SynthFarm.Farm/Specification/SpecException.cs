namespace SynthFarm.Farm.Specification;

/// <summary>A specification cannot be used. Holds everything that is wrong with it, in the order it was written.</summary>
public sealed class SpecException : Exception
{
    public SpecException(IReadOnlyList<SpecFault> faults)
        : base(string.Join(Environment.NewLine, faults))
    {
        Faults = faults;
    }

    public SpecException()
    {
    }

    public SpecException(string message)
        : this([new SpecFault("", message)])
    {
    }

    public SpecException(string message, Exception innerException)
        : base(message, innerException)
    {
        Faults = [new SpecFault("", message)];
    }

    public IReadOnlyList<SpecFault> Faults { get; } = [];
}
