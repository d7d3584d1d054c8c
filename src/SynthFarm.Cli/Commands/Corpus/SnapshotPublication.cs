using SynthFarm.Cli.Terminal;
using SynthFarm.Corpus.Publishing;
using SynthFarm.Farm.Runs;

namespace SynthFarm.Cli.Commands.Corpus;

/// <summary>Publishes a run as the run's own specification says: with its long-thought options, without problems gone from its file.</summary>
internal static class SnapshotPublication
{
    public static async Task<PublishedSnapshot> PublishAsync(string runDirectory, string outDirectory, string? name, CommandContext context)
    {
        using var run = RunReader.Open(runDirectory, context.Interrupted);
        var options = new PublishOptions
        {
            LongThoughts = run.File.Spec.LongThoughts,
            Includes = run.Contains,
            Problems = run.File.Problems.Count,
            Clock = context.Time,
            CrashPoints = CrashSwitch.Read(),
        };
        options = name is null ? options : options with { Name = name };
        return options.Validate("publish").FirstOrDefault() is { } fault
            ? throw CliException.Usage(fault)
            : await SnapshotPublisher.PublishAsync(runDirectory, outDirectory, options, context.Interrupted).ConfigureAwait(false);
    }
}
