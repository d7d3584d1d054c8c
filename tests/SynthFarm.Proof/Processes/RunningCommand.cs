using System.Diagnostics;
using System.Text;

namespace SynthFarm.Proof.Processes;

/// <summary>A started <c>synthfarm</c>. Disposing kills it if it still runs.</summary>
internal sealed class RunningCommand : IDisposable
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);

    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task _errors;
    private readonly StringBuilder _error = new();
    private readonly TaskCompletionSource<string?> _firstErrorLine = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _peak;

    public RunningCommand(ProcessStartInfo start)
    {
        _process = Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} did not start.");
        _output = _process.StandardOutput.ReadToEndAsync();
        _errors = Task.Run(ReadErrorsAsync);
    }

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    /// <summary>The first line on standard error, which a run writes once its problems are accepted; null when there was none.</summary>
    public Task<string?> FirstErrorLineAsync() => _firstErrorLine.Task;

    /// <summary>Ends the process at once, as <c>kill -9</c> does.</summary>
    public void Kill() => _process.Kill();

    /// <summary>Sends a signal: <c>TERM</c> asks it to stop, <c>STOP</c> and <c>CONT</c> suspend it and let it go on.</summary>
    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{Id}"]);
        await kill.WaitForExitAsync().ConfigureAwait(false);
    }

    /// <summary>The working set now and its largest value so far, in bytes; null when the process is gone.</summary>
    public (long Now, long Peak)? Memory()
    {
        try
        {
            _process.Refresh();
            var (now, peak) = (_process.WorkingSet64, _process.PeakWorkingSet64);
            _peak = Math.Max(_peak, peak);
            return now > 0 ? (now, peak) : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Waits for the end and watches the memory meanwhile.</summary>
    public async Task<CommandEnd> EndAsync()
    {
        var exit = _process.WaitForExitAsync();
        while (await Task.WhenAny(exit, Task.Delay(Poll)).ConfigureAwait(false) != exit)
        {
            Memory();
        }

        var output = await _output.ConfigureAwait(false);
        await _errors.ConfigureAwait(false);
        return new CommandEnd(_process.ExitCode, output, _error.ToString(), _peak);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private async Task ReadErrorsAsync()
    {
        while (await _process.StandardError.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            _error.Append(line).Append('\n');
            _firstErrorLine.TrySetResult(line);
        }

        _firstErrorLine.TrySetResult(null);
    }
}
