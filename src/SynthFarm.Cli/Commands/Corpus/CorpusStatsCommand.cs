using System.CommandLine;
using System.Text.Json;
using SynthFarm.Cli.Terminal;
using SynthFarm.Corpus;
using SynthFarm.Corpus.Statistics;

namespace SynthFarm.Cli.Commands.Corpus;

/// <summary><c>synthfarm corpus stats</c>: what a snapshot or a run's corpus holds, in numbers.</summary>
internal sealed class CorpusStatsCommand : Command
{
    private readonly Argument<string> _directory = CommonOptions.Directory("A snapshot or a run directory.");
    private readonly Option<string> _output = CommonOptions.Output();

    public CorpusStatsCommand()
        : base("stats", "Count rows, yields by kind, source, topic and level, and lengths.")
    {
        Add(_directory);
        Add(_output);
        this.Execute(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parse, CommandContext context)
    {
        CorpusStatistics statistics;
        try
        {
            statistics = await CorpusStatistics.OfAsync(parse.GetRequiredValue(_directory), context.Interrupted).ConfigureAwait(false);
        }
        catch (CorpusException e)
        {
            throw CliException.Usage(e.Message, e);
        }

        if (parse.GetValue(_output) == "json")
        {
            context.Out.WriteLine(JsonSerializer.Serialize(statistics, CliJson.Options));
        }
        else
        {
            StatisticsTables.Write(statistics, context.Out);
        }

        return ExitCodes.Done;
    }
}
