using System.CommandLine;
using System.Text.Json;
using SynthFarm.Cli.Terminal;
using SynthFarm.Corpus;
using SynthFarm.Corpus.Statistics;
using SynthFarm.Corpus.Statistics.Pages;

namespace SynthFarm.Cli.Commands.Corpus;

/// <summary><c>synthfarm corpus stats</c>: what a snapshot or a run's corpus holds, in numbers.</summary>
internal sealed class CorpusStatsCommand : Command
{
    private readonly Argument<string> _directory = CommonOptions.Directory("A snapshot or a run directory.");
    private readonly Option<bool> _histograms = new("--histograms") { Description = "Draw the distributions as bars." };
    private readonly Option<string?> _html = CommonOptions.Text("--html", "Write the same as one HTML page.", "FILE");
    private readonly Option<string> _output = CommonOptions.Output();

    public CorpusStatsCommand()
        : base("stats", "Count rows, yields by kind, source, topic and level, and lengths.")
    {
        Add(_directory);
        Add(_histograms);
        Add(_html);
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

        if (parse.GetValue(_html) is { } page)
        {
            await File.WriteAllTextAsync(page, StatisticsPage.Render(Title(parse), statistics), context.Interrupted).ConfigureAwait(false);
        }

        if (parse.GetValue(_output) == "json")
        {
            context.Out.WriteLine(JsonSerializer.Serialize(statistics, CliJson.Options));
        }
        else
        {
            StatisticsTables.Write(statistics, context.Out);
            if (parse.GetValue(_histograms))
            {
                StatisticsHistograms.Write(statistics.Distributions, context.Out);
            }
        }

        return ExitCodes.Done;
    }

    private string Title(ParseResult parse) => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(parse.GetRequiredValue(_directory))));
}
