using System.CommandLine;

namespace SynthFarm.Cli.Commands.Corpus;

/// <summary><c>synthfarm corpus</c>: publishes, checks, counts and selects corpora.</summary>
internal sealed class CorpusCommand : Command
{
    public CorpusCommand()
        : base("corpus", "Publish, check, count and select corpora.")
    {
        Add(new CorpusPublishCommand());
        Add(new CorpusCheckCommand());
        Add(new CorpusStatsCommand());
        Add(new CorpusExportCommand());
        Add(new CorpusShowCommand());
        Add(new CorpusSelectCommand());
        Add(new CorpusMarkCommand());
        Add(new CorpusMarksCommand());
    }
}
