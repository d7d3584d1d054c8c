using System.Globalization;

namespace SynthFarm.Proof;

/// <summary>What a sweep is to do. A value of zero means the sweep's own default.</summary>
internal sealed record ProofOptions
{
    public required string Sweep { get; init; }

    /// <summary>Problems in the run.</summary>
    public int Problems { get; init; }

    /// <summary>How often the run is killed. Default 10.</summary>
    public int Kills { get; init; } = 10;

    /// <summary>How long to soak, in minutes. Default 30.</summary>
    public double Minutes { get; init; } = 30;

    /// <summary>Decides problems, trees and the moments of kills. Default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Problems searched at once. Default 16.</summary>
    public int Concurrency { get; init; } = 16;

    /// <summary>The policy model. Default the shipped one.</summary>
    public string Policy { get; init; } = "tiny";

    /// <summary>The reward model. Default the shipped one.</summary>
    public string Reward { get; init; } = "tiny";

    /// <summary>The program to prove: <c>synthfarm.dll</c> or an executable. Default: the one built with this program.</summary>
    public string Command { get; init; } = Path.Combine(AppContext.BaseDirectory, "synthfarm.dll");

    /// <summary>Where the working folder is made. Default: the system's temporary folder.</summary>
    public string Folder { get; init; } = Path.GetTempPath();

    /// <summary>Further settings of the run, <c>key=value</c>.</summary>
    public IReadOnlyList<string> Set { get; init; } = [];

    public static string Usage =>
        $"""
        usage: SynthFarm.Proof {string.Join('|', Sweeps.Sweep.All.Select(sweep => sweep.Name))}
          [--problems N] [--kills N] [--minutes M] [--seed S] [--concurrency N] [--policy URI] [--reward URI]
          [--set KEY=VALUE ...] [--command PATH] [--folder DIR]
        """;

    /// <exception cref="FormatException">An argument is not understood.</exception>
    public static ProofOptions Parse(IReadOnlyList<string> args)
    {
        if (args.Count == 0 || Sweeps.Sweep.Find(args[0]) is not { } sweep)
        {
            throw new FormatException("the first argument names a sweep.");
        }

        var options = new ProofOptions { Sweep = sweep.Name };
        for (var i = 1; i < args.Count; i += 2)
        {
            var value = i + 1 < args.Count ? args[i + 1] : throw new FormatException($"{args[i]} needs a value.");
            options = args[i] switch
            {
                "--problems" => options with { Problems = Number(args[i], value) },
                "--kills" => options with { Kills = Number(args[i], value) },
                "--concurrency" => options with { Concurrency = Number(args[i], value) },
                "--seed" => options with { Seed = (ulong)Number(args[i], value) },
                "--minutes" => options with { Minutes = Minute(value) },
                "--policy" => options with { Policy = value },
                "--reward" => options with { Reward = value },
                "--command" => options with { Command = Path.GetFullPath(value) },
                "--folder" => options with { Folder = Path.GetFullPath(value) },
                "--set" => options with { Set = [.. options.Set, value] },
                _ => throw new FormatException($"{args[i]} is not known."),
            };
        }

        return options;
    }

    private static int Number(string name, string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new FormatException($"{name} is '{value}'; allowed are whole numbers from 1.");

    private static double Minute(string value) =>
        double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var minutes) && minutes > 0
            ? minutes
            : throw new FormatException($"--minutes is '{value}'; allowed are numbers above 0.");
}
