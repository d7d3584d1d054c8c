using SynthFarm.Cli.Terminal;
using SynthFarm.Corpus.Publishing;
using SynthFarm.Farm.Runs;
using SynthFarm.Farm.Specification;

namespace SynthFarm.Cli.Commands.Corpus;

/// <summary>Publishes a run as the run's own specification and the settings over it say, without problems gone from its file.</summary>
internal static class SnapshotPublication
{
    /// <param name="settings">Keys of the sections that a run does not depend on; see <see cref="PublishSettings"/>.</param>
    public static async Task<PublishedSnapshot> PublishAsync(
        string runDirectory, string outDirectory, string? name, IReadOnlyList<SpecSetting> settings, CommandContext context)
    {
        using var run = RunReader.Open(runDirectory, context.Interrupted);
        var spec = PublishSettings.Apply(run.File.Spec, settings);
        var options = new PublishOptions
        {
            Configs = spec.Publish.ConfigList(),
            Compression = spec.Publish.Compression,
            ShardBytes = spec.Publish.ShardBytes,
            LongThoughts = spec.LongThoughts,
            Preferences = spec.Preferences,
            Labels = spec.Labels,
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
