using System.Security.Cryptography;
using System.Text;
using SynthFarm.Farm.Runs;

namespace SynthFarm.Farm.Local;

/// <summary>Names of runs, which are also names of folders.</summary>
internal static class RunName
{
    public const int MaxLength = 64;

    /// <summary>Whether a name can be used: it cannot leave its folder on any platform.</summary>
    public static bool IsValid(string name) => name.Length is > 0 and <= MaxLength
        && (char.IsAsciiLetterLower(name[0]) || char.IsAsciiDigit(name[0]))
        && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '-' or '_')
        && !name.Contains("..", StringComparison.Ordinal) && name[^1] != '.';

    /// <exception cref="RunDirectoryException">The name cannot be used.</exception>
    public static string Require(string name) => IsValid(name)
        ? name
        : throw new RunDirectoryException($"A run cannot be called {System.Text.Json.JsonSerializer.Serialize(name)}; allowed are 1 to {MaxLength} of a-z, 0-9, dot, dash and underscore, beginning with a letter or digit.");

    /// <summary>The name that a configuration and a problem file give.</summary>
    public static string Derive(string configHash, string problemsSha256) =>
        "run-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{configHash}\n{problemsSha256}")))[..12];
}
