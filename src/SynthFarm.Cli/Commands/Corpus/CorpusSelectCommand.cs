using System.CommandLine;
using System.Text.Json;
using SynthFarm.Cli.Terminal;
using SynthFarm.Corpus;
using SynthFarm.Corpus.Curation;
using SynthFarm.Corpus.Publishing;
using SynthFarm.Corpus.Selection;
using SynthFarm.Farm.Specification;

namespace SynthFarm.Cli.Commands.Corpus;

/// <summary><c>synthfarm corpus select</c>: makes a snapshot of some rows of another one, with a curriculum.</summary>
internal sealed class CorpusSelectCommand : Command
{
    private readonly Argument<string> _snapshot = SnapshotArgument.Create("The snapshot to select from.");
    private readonly Option<string?> _out = CommonOptions.Text("--out", "The new snapshot's place; it must be empty or hold the same snapshot.", "DIR", required: true);
    private readonly Option<string?> _name = CommonOptions.Text("--name", "The data set's name on its card (default that of the snapshot).", "NAME");
    private readonly Option<string?> _marks = new("--marks")
    {
        Description = "Honour curators' marks: in FILE, or without one in SNAPSHOT.marks.jsonl.",
        HelpName = "FILE",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly SpecSourceOptions _sources = new();
    private readonly Option<string> _output = CommonOptions.Output();

    public CorpusSelectCommand()
        : base("select", "Select rows of a snapshot into a new one: filters, caps, mixture, splits, curriculum (keys selection.*).")
    {
        Add(_snapshot);
        Add(_out);
        Add(_name);
        Add(_marks);
        Add(_sources.Config);
        Add(_sources.Set);
        Add(_output);
        this.Execute(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parse, CommandContext context)
    {
        var selected = await SelectAsync(parse, context).ConfigureAwait(false);
        if (parse.GetValue(_output) == "json")
        {
            context.Out.WriteLine(JsonSerializer.Serialize(
                new { selected.Published.Directory, selected.Published.WasThere, selected.Summary.Report, selected.Summary.Configs, selected.Summary.UnusedMarks },
                CliJson.Options));
        }
        else
        {
            context.Out.WriteLine($"{(selected.Published.WasThere ? "unchanged" : "selected")}  {TerminalText.Line(selected.Published.Directory)}\n");
            SelectionTables.Write(selected.Summary, context.Out);
        }

        return ExitCodes.Done;
    }

    private async Task<SelectedSnapshot> SelectAsync(ParseResult parse, CommandContext context)
    {
        var snapshot = parse.GetRequiredValue(_snapshot);
        var sources = _sources.Read(parse, []);
        var foreign = sources.Settings.Where(setting => !setting.Key.StartsWith("selection.", StringComparison.Ordinal)).ToList();
        if (foreign.Count > 0)
        {
            throw new SpecException([.. foreign.Select(setting => new SpecFault(setting.Origin, $"{setting.Key} is no key of selection, which is what this command takes."))]);
        }

        var spec = RunSpecReader.Read(sources);
        var progress = new ProgressLine(context);
        try
        {
            var publishing = new PublishOptions
            {
                Name = parse.GetValue(_name) ?? SnapshotManifest.Load(snapshot).Name,
                Clock = context.Time,
                CrashPoints = CrashSwitch.Read(),
                Progress = new Progress<long>(rows => progress.Show(() => $"{rows:N0} rows read")),
            };
            if (publishing.Validate("publish").FirstOrDefault() is { } fault)
            {
                throw CliException.Usage(fault);
            }

            return await SnapshotSelector.SelectAsync(
                new SelectionRequest
                {
                    Snapshot = snapshot,
                    Out = parse.GetRequiredValue(_out)!,
                    Options = spec.Selection,
                    Marks = Marks(parse, snapshot, context),
                    Publishing = publishing,
                },
                context.Interrupted).ConfigureAwait(false);
        }
        catch (CorpusException e)
        {
            throw CliException.Usage(e.Message, e);
        }
        finally
        {
            progress.End();
        }
    }

    private MarkStore? Marks(ParseResult parse, string snapshot, CommandContext context)
    {
        if (parse.GetResult(_marks) is null)
        {
            return null;
        }

        var store = new MarkStore(parse.GetValue(_marks) ?? MarkStore.BesideSnapshot(snapshot), context.Time);
        return File.Exists(store.Path) ? store : throw CliException.Usage($"--marks: there is no file {store.Path}.");
    }
}
