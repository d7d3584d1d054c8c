using System.Runtime.InteropServices;

namespace SynthFarm.Cli.Terminal;

/// <summary>
/// Turns the first SIGINT or SIGTERM into a cancelled token, so that a command can drain and commit, and the second into an immediate
/// exit with <see cref="ExitCodes.Interrupted"/>.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _registrations;
    private readonly Action<bool> _signalled;
    private int _signals;

    /// <param name="signalled">Called at a signal: with false before the token is cancelled, with true before the process exits.</param>
    public Interruption(Action<bool> signalled)
    {
        _signalled = signalled;
        _registrations =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal),
        ];
    }

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }

        _source.Dispose();
    }

    private void OnSignal(PosixSignalContext signal)
    {
        signal.Cancel = true;
        var isLast = Interlocked.Increment(ref _signals) > 1;
        _signalled(isLast);
        if (isLast)
        {
            Environment.Exit(ExitCodes.Interrupted);
        }

        _source.Cancel();
    }
}
