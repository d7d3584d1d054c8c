namespace SynthFarm.Formats.Faults;

/// <summary>Collects faults up to a limit; the rest are counted.</summary>
internal sealed class FaultLog(int limit)
{
    private readonly List<ImportFault> _faults = [];

    public IReadOnlyList<ImportFault> Faults => _faults;

    /// <summary>All faults, those over the limit included.</summary>
    public long Count { get; private set; }

    /// <summary>Whether no further fault will be told.</summary>
    public bool IsFull => _faults.Count >= limit;

    public void Add(ImportFault fault)
    {
        Count++;
        if (!IsFull)
        {
            _faults.Add(fault);
        }
    }
}
