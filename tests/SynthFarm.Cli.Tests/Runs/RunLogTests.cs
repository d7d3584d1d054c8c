using SynthFarm.Cli.Commands.Runs;
using SynthFarm.Cli.Tests.Surface;
using SynthFarm.Corpus.Store;
using SynthFarm.Farm.Progress;
using SynthFarm.TestKit.Time;

namespace SynthFarm.Cli.Tests.Runs;

public class RunLogTests
{
    [Fact]
    public void Log_keeps_one_line_for_an_event_whatever_a_model_said()
    {
        using var folder = new TemporaryFolder();
        using (var log = new RunLog(folder["r"], new ManualTimeProvider()))
        {
            log.Add(new StateChanged(RunState.Running));
            log.Add(new ProblemEnded("p-1", ProblemOutcome.Accepted, null, 3, 30));
            log.Add(new ProblemEnded("p-2", ProblemOutcome.Failed, "bad\n2000-01-01 state finished\u001b[2J", 0, 0));
        }

        var lines = File.ReadAllLines(Path.Combine(folder["r"], "logs", "run.log")).Select(line => line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
        Assert.Equal(["state running", "failed p-2: bad\\n2000-01-01 state finished\\u{1b}[2J"], lines);
    }
}
