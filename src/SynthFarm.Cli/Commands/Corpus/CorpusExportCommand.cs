using System.CommandLine;
using System.Text.Json;
using SynthFarm.Cli.Terminal;
using SynthFarm.Corpus;
using SynthFarm.Corpus.Trainers.Export;

namespace SynthFarm.Cli.Commands.Corpus;

/// <summary><c>synthfarm corpus export</c>: writes a snapshot's rows in the form another program reads.</summary>
internal sealed class CorpusExportCommand : Command
{
    private readonly Argument<string> _directory = CommonOptions.Directory("A snapshot.");
    private readonly Option<string> _format = CommonOptions.OneOf("--format", "The form.", null, [.. ExportFormats.All.Select(f => f.Name)]);
    private readonly Option<string?> _configs = CommonOptions.Text("--configs", "The configs, with commas between (default: all that the form is made of).", "NAMES");
    private readonly Option<string?> _out = CommonOptions.Text("--out", "The folder to make; it must not be there yet.", "DIR", required: true);
    private readonly Option<string> _output = CommonOptions.Output();

    public CorpusExportCommand()
        : base("export", "Write rows as a trainer or another program reads them.")
    {
        Add(_directory);
        Add(_format);
        Add(_configs);
        Add(_out);
        Add(_output);
        this.Execute(Run);
    }

    private int Run(ParseResult parse, CommandContext context)
    {
        var files = Export(parse, context);
        if (parse.GetValue(_output) == "json")
        {
            context.Out.WriteLine(JsonSerializer.Serialize(files, CliJson.Options));
        }
        else
        {
            TextTable.Write(context.Out, ["file", "rows"], files.Select(f => (IReadOnlyList<string>)[f.Path, f.Rows.ToString("N0", System.Globalization.CultureInfo.InvariantCulture)]));
        }

        return ExitCodes.Done;
    }

    private IReadOnlyList<ExportedFile> Export(ParseResult parse, CommandContext context)
    {
        var configs = parse.GetValue(_configs)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        try
        {
            return CorpusExporter.Export(
                parse.GetRequiredValue(_directory), ExportFormats.Find(parse.GetRequiredValue(_format))!, configs, parse.GetRequiredValue(_out)!, context.Interrupted);
        }
        catch (CorpusException e)
        {
            throw CliException.Usage(e.Message, e);
        }
    }
}
