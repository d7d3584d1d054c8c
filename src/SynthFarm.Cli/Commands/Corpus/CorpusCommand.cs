using System.CommandLine;

namespace SynthFarm.Cli.Commands.Corpus;

/// <summary><c>synthfarm corpus</c>: publishes, checks, counts, selects, compares and copies corpora.</summary>
internal sealed class CorpusCommand : Command
{
    public CorpusCommand()
        : base("corpus", "Publish, check, count, select, compare and copy corpora.")
    {
        Add(new CorpusPublishCommand());
        Add(new CorpusCheckCommand());
        Add(new CorpusStatsCommand());
        Add(new CorpusExportCommand());
        Add(new CorpusShowCommand());
        Add(new CorpusDiffCommand());
        Add(new CorpusPullCommand());
        Add(new CorpusSelectCommand());
        Add(new CorpusMarkCommand());
        Add(new CorpusMarksCommand());
    }
}
