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
    private readonly Action _first;
    private int _signals;

    /// <param name="first">Called once, at the first signal, before the token is cancelled.</param>
    public Interruption(Action first)
    {
        _first = first;
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
        if (Interlocked.Increment(ref _signals) > 1)
        {
            Environment.Exit(ExitCodes.Interrupted);
        }

        _first();
        _source.Cancel();
    }
}
