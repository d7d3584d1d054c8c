namespace SynthFarm.Cli.Terminal;

/// <summary>What the process ends with. Scripts rely on the numbers.</summary>
internal static class ExitCodes
{
    public const int Done = 0;

    public const int Failed = 1;

    /// <summary>Wrong usage or bad input: doing the same again cannot help.</summary>
    public const int Usage = 2;

    /// <summary>The run finished, but some problems failed with an error.</summary>
    public const int SomeProblemsFailed = 3;

    /// <summary>Stopped by SIGINT or SIGTERM after committing what was done.</summary>
    public const int Interrupted = 130;
}
