using System.Diagnostics;

namespace SynthFarm.TestKit.Interop;

/// <summary>Runs the scripts of tests/Interop.</summary>
public static class NodeScripts
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    /// <summary>The folder tests/Interop, or null.</summary>
    internal static string? Folder { get; } = FindFolder();

    /// <summary>Why the scripts cannot run, or null.</summary>
    public static string? Missing { get; } = FindMissing();

    /// <summary>The script's lines on stdout.</summary>
    public static string[] Run(string script, params string[] arguments)
    {
        using var process = Start([Path.Combine(Folder!, script), .. arguments]);
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{script} did not end within {Limit}.");
        }
        Assert.True(process.ExitCode == 0, $"{script} ended with {process.ExitCode}: {error.Result}\n{output.Result}");
        return output.Result.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>A script that stays alive and is spoken to on stdin and stdout; the caller ends and disposes it.</summary>
    public static Process Start(string script) => Start([Path.Combine(Folder!, script)], withInput: true);

    private static Process Start(string[] arguments, bool withInput = false)
        => Process.Start(new ProcessStartInfo("node", arguments)
        {
            RedirectStandardInput = withInput, RedirectStandardOutput = true, RedirectStandardError = true,
        })
            ?? throw new InvalidOperationException("node did not start.");

    private static string? FindMissing()
    {
        if (Folder is null) return "tests/Interop was not found above the tests' output";
        if (!Directory.Exists(Path.Combine(Folder, "node_modules"))) return "tests/Interop/node_modules is missing; run npm ci in tests/Interop";
        try
        {
            using var process = Start(["--version"]);
            process.WaitForExit();
            return null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "node is not installed";
        }
    }

    private static string? FindFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "tests", "Interop");
            if (File.Exists(Path.Combine(candidate, "package.json"))) return candidate;
        }
        return null;
    }
}
