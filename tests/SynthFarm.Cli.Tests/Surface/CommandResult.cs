namespace SynthFarm.Cli.Tests.Surface;

/// <summary>What a finished command left.</summary>
internal sealed record CommandResult(int ExitCode, string Output, string Error);
