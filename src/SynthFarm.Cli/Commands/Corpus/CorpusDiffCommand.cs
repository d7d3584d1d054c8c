using System.CommandLine;
using System.Text.Json;
using SynthFarm.Cli.Terminal;
using SynthFarm.Corpus;
using SynthFarm.Corpus.Comparison;

namespace SynthFarm.Cli.Commands.Corpus;

/// <summary><c>synthfarm corpus diff</c>: what differs between two corpora, and why.</summary>
internal sealed class CorpusDiffCommand : Command
{
    private readonly Argument<string> _a = new("A") { Description = "A snapshot or a run directory." };
    private readonly Argument<string> _b = new("B") { Description = "Another, or the same snapshot with another round." };
    private readonly Option<int?> _roundA = CommonOptions.Number("--round-a", "Of A only this round.", 0, 1_000_000);
    private readonly Option<int?> _roundB = CommonOptions.Number("--round-b", "Of B only this round.", 0, 1_000_000);
    private readonly Option<int?> _limit = CommonOptions.Number("--limit", "Most examples for each reason (default 3).", 0, 1000);
    private readonly Option<string> _output = CommonOptions.Output();

    public CorpusDiffCommand()
        : base("diff", "Explain what differs between two corpora: problems, rows of every config, yields, and why.")
    {
        Add(_a);
        Add(_b);
        Add(_roundA);
        Add(_roundB);
        Add(_limit);
        Add(_output);
        this.Execute(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parse, CommandContext context)
    {
        var options = new DiffOptions { RoundA = parse.GetValue(_roundA), RoundB = parse.GetValue(_roundB) };
        options = parse.GetValue(_limit) is { } limit ? options with { Limit = limit } : options;
        DiffReport report;
        try
        {
            report = await CorpusDiff.CompareAsync(parse.GetRequiredValue(_a), parse.GetRequiredValue(_b), options, context.Interrupted).ConfigureAwait(false);
        }
        catch (CorpusException e)
        {
            throw CliException.Usage(e.Message, e);
        }

        if (parse.GetValue(_output) == "json")
        {
            context.Out.WriteLine(JsonSerializer.Serialize(report, CliJson.Options));
        }
        else
        {
            DiffTables.Write(report, context.Out);
        }

        return ExitCodes.Done;
    }
}
