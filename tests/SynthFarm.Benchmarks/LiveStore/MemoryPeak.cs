using System.Diagnostics;

namespace SynthFarm.Benchmarks.LiveStore;

/// <summary>The largest working set of this process while it is watched.</summary>
internal sealed class MemoryPeak : IDisposable
{
    private readonly Timer _timer;
    private long _peak;

    public MemoryPeak()
    {
        GC.Collect();
        _timer = new Timer(_ => Look(), null, TimeSpan.Zero, TimeSpan.FromMilliseconds(20));
    }

    public long Mebibytes => Interlocked.Read(ref _peak) >> 20;

    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        using var process = Process.GetCurrentProcess();
        var now = process.WorkingSet64;
        for (var seen = Interlocked.Read(ref _peak); now > seen && Interlocked.CompareExchange(ref _peak, now, seen) != seen;)
        {
            seen = Interlocked.Read(ref _peak);
        }
    }
}
