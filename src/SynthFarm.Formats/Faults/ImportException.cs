namespace SynthFarm.Formats.Faults;

/// <summary>An import or export cannot be done. Holds every fault that was found, up to the limit; nothing was written.</summary>
public sealed class ImportException : Exception
{
    public ImportException(IReadOnlyList<ImportFault> faults, bool isComplete)
        : base(Describe(faults, isComplete)) => Faults = faults;

    public ImportException(string message)
        : base(message)
    {
    }

    public ImportException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public ImportException()
    {
    }

    public IReadOnlyList<ImportFault> Faults { get; } = [];

    private static string Describe(IReadOnlyList<ImportFault> faults, bool isComplete)
    {
        var lines = faults.Select(fault => fault.ToString());
        return string.Join(Environment.NewLine, isComplete ? lines : lines.Append($"Reading stopped here; there may be more faults than these {faults.Count}."));
    }
}
