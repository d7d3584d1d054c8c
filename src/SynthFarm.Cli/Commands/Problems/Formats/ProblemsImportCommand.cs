using System.CommandLine;
using System.Text.Json;
using SynthFarm.Cli.Terminal;
using SynthFarm.Formats.Faults;
using SynthFarm.Formats.Importing;
using SynthFarm.Formats.Sources;

namespace SynthFarm.Cli.Commands.Problems.Formats;

/// <summary><c>synthfarm problems import</c>: problems, and trees where a format holds solutions, from the published formats.</summary>
internal sealed class ProblemsImportCommand : Command
{
    private readonly Argument<string[]> _inputs = new("IN")
    {
        Description = "Files: JSON lines, a JSON array, CSV or Parquet; gzip and zstd are read through. For math folders too.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string> _format = FieldOptions.Format();
    private readonly Option<string?> _out = CommonOptions.Text("--out", "The problem file to write; an existing one is replaced (- for standard output).", "FILE", required: true);
    private readonly Option<string?> _trees = CommonOptions.Text("--trees", "A new run directory for the solutions, as trees that corpus publish takes.", "DIR");
    private readonly Option<bool> _skipInvalid = new("--skip-invalid") { Description = "Leave out records with faults and tell them; without it a fault ends the import and nothing is written." };
    private readonly Option<long?> _limit = CommonOptions.Number<long>("--limit", "Stop after this many sound records.", 1, long.MaxValue);
    private readonly Option<string?> _source = CommonOptions.Text("--source", "The source of problems that name none (default the format).", "TEXT");
    private readonly Option<string?> _split = CommonOptions.Text("--split", "The split of problems that name none.", "NAME");
    private readonly Option<string?> _license = CommonOptions.Text("--license", "The licence of problems that name none (default what the data set's authors state).", "TEXT");
    private readonly Option<int?> _maxRecord = CommonOptions.Number("--max-record-bytes", "Longest record allowed (default 8388608).", 1024, 256 << 20);
    private readonly Option<long?> _maxInflated = CommonOptions.Number("--max-inflated-bytes", "Most bytes a compressed file may become (default no limit).", 1L << 20, long.MaxValue);
    private readonly Option<int?> _maxRatio = CommonOptions.Number("--max-ratio", "How many times its size a compressed file may become, beyond 16 MiB (default 100).", 1, 1_000_000);
    private readonly Option<string> _output = CommonOptions.Output();
    private readonly FieldOptions _fields = new();

    public ProblemsImportCommand()
        : base("import", "Import problems and solutions from published formats.")
    {
        Add(_inputs);
        foreach (var option in new Option[] { _format, _out, _trees, _skipInvalid, _limit, _source, _split, _license, _maxRecord, _maxInflated, _maxRatio, _output })
        {
            Add(option);
        }

        _fields.AddTo(this);
        this.Execute(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parse, CommandContext context)
    {
        var output = parse.GetRequiredValue(_out)!;
        var limits = new InputLimits();
        var progress = new ProgressLine(context);
        var request = new ImportRequest
        {
            Format = parse.GetRequiredValue(_format),
            Inputs = parse.GetRequiredValue(_inputs),
            Output = output,
            Fields = _fields.Read(parse),
            Limits = limits with
            {
                MaxRecordBytes = parse.GetValue(_maxRecord) ?? limits.MaxRecordBytes,
                MaxInflatedBytes = parse.GetValue(_maxInflated) ?? limits.MaxInflatedBytes,
                MaxRatio = parse.GetValue(_maxRatio) ?? limits.MaxRatio,
            },
            SkipInvalid = parse.GetValue(_skipInvalid),
            Limit = parse.GetValue(_limit),
            Source = parse.GetValue(_source),
            Split = parse.GetValue(_split),
            License = parse.GetValue(_license),
            Progress = context.Live ? new LiveProgress(read => progress.Show(() => $"{read:N0} records")) : null,
        };
        try
        {
            var report = await new ImportPlaces(request, parse.GetValue(_trees), output, context).RunAsync().ConfigureAwait(false);
            progress.End();
            Write(report, parse.GetValue(_output) == "json", toStandardOutput: output == "-", context);
            return ExitCodes.Done;
        }
        catch (ImportException e)
        {
            progress.End();
            throw CliException.Usage(e.Message, e);
        }
    }

    /// <summary>The report goes to standard error where the problems have standard output.</summary>
    private static void Write(ImportReport report, bool asJson, bool toStandardOutput, CommandContext context)
    {
        var writer = toStandardOutput ? context.Error : context.Out;
        if (asJson)
        {
            writer.WriteLine(JsonSerializer.Serialize(report, CliJson.Options));
        }
        else
        {
            FormatReports.Write(report, writer);
        }
    }
}
