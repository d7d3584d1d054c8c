using System.Collections;
using System.CommandLine;
using SynthFarm.Cli.Terminal;
using SynthFarm.Farm.Specification;

namespace SynthFarm.Cli.Commands;

/// <summary><c>--config</c> and <c>--set</c>, and where else settings come from: file, then environment, then flags in order.</summary>
internal sealed class SpecSourceOptions
{
    private readonly Option<string?> _config = CommonOptions.Text("--config", "A specification: JSON, comments allowed.", "FILE");
    private readonly Option<string[]> _set = new("--set") { Description = "Set any key of the specification; may be given again.", HelpName = "KEY=VALUE", AllowMultipleArgumentsPerToken = true };

    public Option Config => _config;

    public Option Set => _set;

    /// <summary>Collects the sources.</summary>
    /// <param name="flags">What other flags set; <c>--set</c> overrides them.</param>
    /// <exception cref="CliException">The file cannot be read.</exception>
    public SpecSources Read(ParseResult parse, IEnumerable<SpecSetting> flags)
    {
        var file = parse.GetValue(_config);
        return new SpecSources
        {
            FileName = file,
            File = file is null ? default : ReadAll(file),
            Environment = Environment(),
            Settings = [.. flags, .. (parse.GetValue(_set) ?? []).Select(SpecSetting.Parse)],
        };
    }

    /// <summary>The environment, of which a specification takes what begins with <c>SYNTHFARM__</c>.</summary>
    public static IReadOnlyDictionary<string, string> Environment() =>
        System.Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(pair => (string)pair.Key, pair => (string?)pair.Value ?? "");

    private static byte[] ReadAll(string path)
    {
        using var file = InputFile.Open(path, "--config");
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }
}
