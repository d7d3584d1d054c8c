namespace SynthFarm.Proof.Processes;

/// <summary>What a finished process left.</summary>
/// <param name="ExitCode">Its exit code; 137 when it was killed.</param>
/// <param name="Output">All of its standard output.</param>
/// <param name="Error">All of its standard error.</param>
/// <param name="PeakMemoryBytes">The largest working set seen.</param>
internal sealed record CommandEnd(int ExitCode, string Output, string Error, long PeakMemoryBytes)
{
    /// <summary>The exit code of a process ended by SIGKILL.</summary>
    public const int KilledCode = 128 + 9;

    public bool IsKilled => ExitCode == KilledCode;

    /// <summary>The exit code and the last line of errors, for reports.</summary>
    public override string ToString() =>
        $"exit code {ExitCode}{(Error.Split('\n', StringSplitOptions.RemoveEmptyEntries) is [.., var last] ? $", \"{last}\"" : "")}";
}
