using System.Globalization;
using System.Text;
using SynthFarm.Cli.Terminal;
using SynthFarm.Corpus.Store;
using SynthFarm.Farm.Progress;

namespace SynthFarm.Cli.Commands.Runs;

/// <summary>
/// Appends what is worth keeping to <c>logs/run.log</c> of a run directory: changes of state, notices, problems that failed. One line each,
/// the time first; text from models is escaped. Thread-safe.
/// </summary>
internal sealed class RunLog(string runDirectory, TimeProvider time) : IDisposable
{
    private readonly Lock _gate = new();
    private StreamWriter? _file;

    /// <summary>Notes an event. The file is made with the first one: a run that is refused leaves nothing behind.</summary>
    public void Add(RunEvent happened)
    {
        if (Describe(happened) is not { } text)
        {
            return;
        }

        lock (_gate)
        {
            _file ??= Open();
            _file.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{time.GetUtcNow():yyyy-MM-ddTHH:mm:ss.fffZ} {TerminalText.Line(text)}"));
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _file?.Dispose();
        }
    }

    private static string? Describe(RunEvent happened) => happened switch
    {
        StateChanged changed => $"state {CliJson.Name(changed.State)}",
        RunNotice notice => $"notice {notice.Text}",
        ProblemEnded { Outcome: ProblemOutcome.Failed } failed => $"failed {failed.ProblemId}: {failed.Reason}",
        _ => null,
    };

    private StreamWriter Open()
    {
        var folder = Path.Combine(runDirectory, "logs");
        Directory.CreateDirectory(folder);
        return new StreamWriter(Path.Combine(folder, "run.log"), append: true, new UTF8Encoding(false)) { AutoFlush = true, NewLine = "\n" };
    }
}
