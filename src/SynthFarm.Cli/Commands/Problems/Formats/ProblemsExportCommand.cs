using System.CommandLine;
using System.Text.Json;
using SynthFarm.Cli.Terminal;
using SynthFarm.Corpus;
using SynthFarm.Farm.Runs;
using SynthFarm.Formats.Exporting;
using SynthFarm.Formats.Faults;

namespace SynthFarm.Cli.Commands.Problems.Formats;

/// <summary><c>synthfarm problems export</c>: problems and trees in the published formats.</summary>
internal sealed class ProblemsExportCommand : Command
{
    private readonly Argument<string> _input = new("IN") { Description = "A problem file; for formats with solutions a run directory or a snapshot." };
    private readonly Option<string> _format = FieldOptions.Format();
    private readonly Option<string?> _out = CommonOptions.Text(
        "--out", "The file to write; .parquet, .csv, .json (an array) or else JSON lines, .gz compresses; for math a folder when the name has no ending.", "FILE", required: true);

    private readonly Option<string> _output = CommonOptions.Output();
    private readonly FieldOptions _fields = new();

    public ProblemsExportCommand()
        : base("export", "Export problems and solutions to published formats.")
    {
        Add(_input);
        Add(_format);
        Add(_out);
        Add(_output);
        _fields.AddTo(this);
        this.Execute(Run);
    }

    private int Run(ParseResult parse, CommandContext context)
    {
        var (input, output) = (parse.GetRequiredValue(_input), parse.GetRequiredValue(_out)!);
        try
        {
            using var run = File.Exists(Path.Combine(input, RunFile.FileName)) ? RunReader.Open(input, context.Interrupted) : null;
            var report = ProblemExport.Run(
                new ExportRequest
                {
                    Format = parse.GetRequiredValue(_format), Input = input, Output = output, Fields = _fields.Read(parse), Includes = run is null ? null : run.Contains,
                },
                context.Interrupted);
            if (parse.GetValue(_output) == "json")
            {
                context.Out.WriteLine(JsonSerializer.Serialize(report, CliJson.Options));
            }
            else
            {
                FormatReports.Write(report, context.Out);
            }

            return ExitCodes.Done;
        }
        catch (Exception e) when (e is ImportException or CorpusException)
        {
            throw CliException.Usage(e.Message, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CliException.Usage($"--out: {output} cannot be written: {e.Message}", e);
        }
    }
}
