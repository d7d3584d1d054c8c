using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using SynthFarm.Cli.Terminal;
using SynthFarm.Corpus;
using SynthFarm.Corpus.Checking;
using SynthFarm.Corpus.Trainers;

namespace SynthFarm.Cli.Commands.Corpus;

/// <summary><c>synthfarm corpus check</c>: whether a snapshot or a run's corpus is what it says it is.</summary>
internal sealed class CorpusCheckCommand : Command
{
    private readonly Argument<string> _directory = CommonOptions.Directory("A snapshot or a run directory.");
    private readonly Option<bool> _filesOnly = new("--files-only") { Description = "Compare only sizes and checksums." };
    private readonly Option<string?> _for = CommonOptions.Text(
        "--for", $"Also hold every row to the rules of trainers: {string.Join(", ", Trainers.All.Select(t => t.Name))}, with commas between, or all.", "NAMES");

    private readonly Option<string> _output = CommonOptions.Output();

    public CorpusCheckCommand()
        : base("check", "Check checksums, schemas, row counts, ids and every accepted answer; ends with 1 on damage.")
    {
        Add(_directory);
        Add(_filesOnly);
        Add(_for);
        Add(_output);
        this.Execute(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parse, CommandContext context)
    {
        var report = await CheckAsync(parse, context).ConfigureAwait(false);
        if (parse.GetValue(_output) == "json")
        {
            context.Out.WriteLine(JsonSerializer.Serialize(report, CliJson.Options));
        }
        else
        {
            Write(report, context.Out);
        }

        return report.IsSound ? ExitCodes.Done : ExitCodes.Failed;
    }

    private async Task<CheckReport> CheckAsync(ParseResult parse, CommandContext context)
    {
        try
        {
            var options = new CheckOptions { FilesOnly = parse.GetValue(_filesOnly), Trainers = Named(parse.GetValue(_for)) };
            return await SnapshotChecker.CheckAsync(parse.GetRequiredValue(_directory), options, context.Interrupted).ConfigureAwait(false);
        }
        catch (CorpusException e)
        {
            throw CliException.Usage(e.Message, e);
        }
    }

    private static IReadOnlyList<Trainer> Named(string? names) => names switch
    {
        null => [],
        "all" => Trainers.All,
        _ => [.. names.Split(',', StringSplitOptions.TrimEntries).Distinct().Select(name => Trainers.Find(name)
            ?? throw CliException.Usage($"--for names '{name}'; known are {string.Join(", ", Trainers.All.Select(t => t.Name))}, all."))],
    };

    private static void Write(CheckReport report, TextWriter output)
    {
        foreach (var finding in report.Findings)
        {
            output.WriteLine($"{CliJson.Name(finding.Severity)}: {TerminalText.Line(finding.ToString())}");
        }

        if (report.FindingsNotListed > 0)
        {
            output.WriteLine($"and {report.FindingsNotListed} more.");
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{(report.IsSound ? "sound" : "DAMAGED")}: {report.Files:N0} files ({report.Bytes:N0} bytes), {report.Rows:N0} rows, {report.AnswersConfirmed:N0} answers confirmed."));
        if (report.TrainerRows > 0)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"held to trainers' rules: {report.TrainerRows:N0} rows."));
        }
    }
}
