using System.Text;
using SynthFarm.Core.Search;
using SynthFarm.Farm.Specification;

namespace SynthFarm.Cli.Commands.Corpus;

/// <summary>Lays settings over a run's specification when it is published. Only what the run's trees do not depend on can be set.</summary>
internal static class PublishSettings
{
    private static readonly string[] Sections = ["publish", "preferences", "labels"];

    /// <summary>The specification with the environment and the settings over it, both only in the sections that publishing reads.</summary>
    /// <exception cref="SpecException">A key is unknown or belongs to the run, or a value is out of bounds; all of it is told.</exception>
    public static RunSpec Apply(RunSpec spec, IReadOnlyList<SpecSetting> settings)
    {
        var foreign = settings.Where(setting => !Sections.Contains(setting.Key.Split('.')[0])).ToList();
        if (foreign.Count > 0)
        {
            throw new SpecException([.. foreign.Select(setting => new SpecFault(
                setting.Origin, $"{setting.Key} is the run's own; publishing takes keys of {string.Join(", ", Sections)}."))]);
        }

        // An import's run has a search that no run can be started with; publishing reads its own sections only.
        var read = RunSpecReader.Read(new SpecSources
        {
            FileName = "run.json",
            File = Encoding.UTF8.GetBytes(RunSpecReader.Write(spec with { Search = new SearchOptions() })),
            Environment = SpecSourceOptions.Environment().Where(pair => Sections.Any(section => IsOf(section, pair.Key))).ToDictionary(),
            Settings = settings,
        });
        return spec with { Publish = read.Publish, Preferences = read.Preferences, Labels = read.Labels };
    }

    private static bool IsOf(string section, string variable) => variable.StartsWith($"SYNTHFARM__{section}__", StringComparison.OrdinalIgnoreCase);
}
