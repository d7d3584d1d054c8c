using System.CommandLine;
using System.Text.Json;
using SynthFarm.Cli.Terminal;
using SynthFarm.Core.Chat;
using SynthFarm.Corpus;
using SynthFarm.Corpus.Trainers;
using SynthFarm.Corpus.Trainers.Views;

namespace SynthFarm.Cli.Commands.Corpus;

/// <summary><c>synthfarm corpus show</c>: one row as a trainer sees it.</summary>
internal sealed class CorpusShowCommand : Command
{
    private readonly Argument<string> _directory = CommonOptions.Directory("A snapshot.");
    private readonly Argument<string> _row = new("ROW_ID") { Description = "The row's id." };
    private readonly Option<string> _trainer = CommonOptions.OneOf("--for", "The trainer.", "trl", [.. Trainers.All.Select(t => t.Name)]);
    private readonly Option<string> _template = CommonOptions.OneOf("--template", "The chat template.", "chatml", [.. ChatTemplate.All.Select(t => t.Name)]);
    private readonly Option<string> _output = CommonOptions.Output();

    public CorpusShowCommand()
        : base("show", "Show one row as a trainer sees it: the text with the template's marks, and where loss is taken.")
    {
        Add(_directory);
        Add(_row);
        Add(_trainer);
        Add(_template);
        Add(_output);
        this.Execute(Run);
    }

    private int Run(ParseResult parse, CommandContext context)
    {
        var view = View(parse);
        if (parse.GetValue(_output) == "json")
        {
            context.Out.WriteLine(JsonSerializer.Serialize(view, CliJson.Options));
        }
        else
        {
            Write(view, context.Out);
        }

        return ExitCodes.Done;
    }

    private RowView View(ParseResult parse)
    {
        try
        {
            return RowViewer.Show(
                parse.GetRequiredValue(_directory),
                parse.GetRequiredValue(_row),
                Trainers.Find(parse.GetRequiredValue(_trainer))!,
                ChatTemplate.Find(parse.GetRequiredValue(_template))!);
        }
        catch (CorpusException e)
        {
            throw CliException.Usage(e.Message, e);
        }
    }

    /// <summary>A plus sign stands before every line on which loss is taken.</summary>
    private static void Write(RowView view, TextWriter output)
    {
        output.WriteLine($"{view.Config}, {view.File}, row {view.Row}: {view.Task}; template {view.Template}");
        output.WriteLine("lines with + are learned");
        string? part = null;
        foreach (var piece in view.Pieces)
        {
            if (piece.Part != part)
            {
                output.WriteLine();
                output.WriteLine($"[{piece.Part}]");
                part = piece.Part;
            }

            var text = piece.Text.EndsWith('\n') ? piece.Text[..^1] : piece.Text;
            foreach (var line in text.Split('\n'))
            {
                output.WriteLine($"{(piece.IsLearned ? '+' : ' ')} {TerminalText.Line(line)}");
            }
        }

        foreach (var warning in view.Warnings)
        {
            output.WriteLine();
            output.WriteLine($"warning: {TerminalText.Line(warning)}");
        }
    }
}
