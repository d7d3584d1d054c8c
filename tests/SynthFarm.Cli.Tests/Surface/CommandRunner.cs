using System.Diagnostics;

namespace SynthFarm.Cli.Tests.Surface;

/// <summary>Runs the built command as its own process, as a person would.</summary>
internal static class CommandRunner
{
    private static readonly string Assembly = Path.Combine(AppContext.BaseDirectory, "synthfarm.dll");

    public static async Task<CommandResult> RunAsync(params string[] args)
    {
        using var process = Start(args);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new CommandResult(process.ExitCode, await output, await error);
    }

    public static Process Start(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add(Assembly);
        foreach (var arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        return Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
    }
}
