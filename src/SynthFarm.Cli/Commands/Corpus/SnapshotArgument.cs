using System.CommandLine;

namespace SynthFarm.Cli.Commands.Corpus;

/// <summary>The argument <c>SNAPSHOT</c>.</summary>
internal static class SnapshotArgument
{
    public static Argument<string> Create(string description) => new("SNAPSHOT") { Description = description };
}
