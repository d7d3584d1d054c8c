using System.CommandLine;
using System.Text.Json;
using SynthFarm.Cli.Terminal;
using SynthFarm.Corpus;
using SynthFarm.Corpus.Publishing;
using SynthFarm.Farm.Specification;

namespace SynthFarm.Cli.Commands.Corpus;

/// <summary><c>synthfarm corpus publish</c>: makes a snapshot of a run.</summary>
internal sealed class CorpusPublishCommand : Command
{
    private readonly Argument<string> _run = new("RUN") { Description = "The run directory." };
    private readonly Option<string?> _out = CommonOptions.Text("--out", "The snapshot's place; it must be empty or hold the same snapshot.", "DIR", required: true);
    private readonly Option<string?> _name = CommonOptions.Text("--name", "The data set's name on its card (default synthfarm).", "NAME");
    private readonly Option<string?> _configs = CommonOptions.Text("--configs", "The configs to publish, with commas between them (default all).", "LIST");
    private readonly Option<string[]> _set = new("--set")
    {
        Description = "Set a key of publish, preferences or labels; may be given again.",
        HelpName = "KEY=VALUE",
        AllowMultipleArgumentsPerToken = true,
    };
    private readonly Option<string> _output = CommonOptions.Output();

    public CorpusPublishCommand()
        : base("publish", "Publish a run as an immutable Hugging Face dataset folder.")
    {
        Add(_run);
        Add(_out);
        Add(_name);
        Add(_configs);
        Add(_set);
        Add(_output);
        this.Execute(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parse, CommandContext context)
    {
        var published = await PublishAsync(parse, context).ConfigureAwait(false);
        if (parse.GetValue(_output) == "json")
        {
            context.Out.WriteLine(JsonSerializer.Serialize(
                new { published.Directory, published.WasThere, published.Manifest.Outcomes, published.Manifest.Configs, published.Manifest.Rejections }, CliJson.Options));
        }
        else
        {
            foreach (var line in SnapshotSummary.Lines(published))
            {
                context.Out.WriteLine(line);
            }
        }

        return ExitCodes.Done;
    }

    private async Task<PublishedSnapshot> PublishAsync(ParseResult parse, CommandContext context)
    {
        var place = parse.GetRequiredValue(_out)!;
        try
        {
            return await SnapshotPublication
                .PublishAsync(parse.GetRequiredValue(_run), place, parse.GetValue(_name), [.. Settings(parse)], context).ConfigureAwait(false);
        }
        catch (CorpusException e)
        {
            throw CliException.Usage(e.Message, e);
        }
    }

    private IEnumerable<SpecSetting> Settings(ParseResult parse)
    {
        var settings = (parse.GetValue(_set) ?? []).Select(SpecSetting.Parse);
        return parse.GetValue(_configs) is { } configs ? settings.Prepend(new SpecSetting("publish.configs", configs, _configs.Name)) : settings;
    }
}
