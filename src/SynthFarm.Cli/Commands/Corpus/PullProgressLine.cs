using System.Globalization;
using SynthFarm.Cli.Terminal;
using SynthFarm.Corpus.Pulling;

namespace SynthFarm.Cli.Commands.Corpus;

/// <summary>Shows how far a pull is.</summary>
internal sealed class PullProgressLine(ProgressLine line) : IProgress<PullProgress>
{
    public void Report(PullProgress value) => line.Show(
        () => string.Create(
            CultureInfo.InvariantCulture, $"{value.Bytes / 1e6:N1} of {value.AllBytes / 1e6:N1} MB, {TerminalText.Line(value.File)}"),
        isLast: value.Bytes == value.AllBytes);
}
