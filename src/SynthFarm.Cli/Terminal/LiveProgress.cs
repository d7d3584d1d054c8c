namespace SynthFarm.Cli.Terminal;

/// <summary>Reports where it is called. <see cref="Progress{T}"/> reports later, on another thread, and so over what comes after the work.</summary>
internal sealed class LiveProgress(Action<long> report) : IProgress<long>
{
    public void Report(long value) => report(value);
}
