using System.Diagnostics;
using SynthFarm.Cli.Terminal;
using SynthFarm.Corpus.Durability;
using SynthFarm.Farm.Durability;

namespace SynthFarm.Cli.Commands;

/// <summary>
/// Reads <c>SYNTHFARM_CRASH_AT</c>, with which tests of crash safety kill a run at a named point: <c>point</c> or <c>point:n</c> for the n-th time.
/// </summary>
internal static class CrashSwitch
{
    public const string Variable = "SYNTHFARM_CRASH_AT";

    /// <exception cref="CliException">The variable names no point.</exception>
    public static ICrashPoints Read()
    {
        var text = Environment.GetEnvironmentVariable(Variable);
        try
        {
            return string.IsNullOrEmpty(text) ? CrashPoint.None : CrashAt.Parse(text, Crash);
        }
        catch (FormatException e)
        {
            throw CliException.Usage($"{Variable}: {e.Message}", e);
        }
    }

    // SIGKILL first: nothing of the process may run on, no handler, no flush.
    private static void Crash(string point)
    {
        using var self = Process.GetCurrentProcess();
        self.Kill();
        Environment.FailFast($"{Variable}={point}");
    }
}
