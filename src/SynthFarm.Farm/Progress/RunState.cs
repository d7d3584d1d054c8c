namespace SynthFarm.Farm.Progress;

/// <summary>Where a run is. The names are persisted.</summary>
public enum RunState
{
    /// <summary>Accepted and not begun.</summary>
    Queued = 0,

    Running = 1,

    /// <summary>Asked to stop; what is in flight is brought to safety.</summary>
    Draining = 2,

    /// <summary>Every problem has ended.</summary>
    Finished = 3,

    /// <summary>Stopped before the end; it can be resumed.</summary>
    Interrupted = 4,

    /// <summary>Stopped for good by somebody; it can still be resumed.</summary>
    Cancelled = 5,

    /// <summary>Stopped by an error of the run itself, e.g. a full disk; it can be resumed once that is mended.</summary>
    Failed = 6,
}
