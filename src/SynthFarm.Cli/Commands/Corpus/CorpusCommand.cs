using System.CommandLine;

namespace SynthFarm.Cli.Commands.Corpus;

/// <summary><c>synthfarm corpus</c>: publishes, checks and counts corpora.</summary>
internal sealed class CorpusCommand : Command
{
    public CorpusCommand()
        : base("corpus", "Publish, check and count corpora.")
    {
        Add(new CorpusPublishCommand());
        Add(new CorpusCheckCommand());
        Add(new CorpusStatsCommand());
        Add(new CorpusExportCommand());
        Add(new CorpusShowCommand());
    }
}
