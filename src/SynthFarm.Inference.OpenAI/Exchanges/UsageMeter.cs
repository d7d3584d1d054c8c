namespace SynthFarm.Inference.OpenAI.Exchanges;

/// <summary>Counts what servers were asked. Thread-safe.</summary>
internal sealed class UsageMeter
{
    private long _answers;
    private long _repeated;
    private long _prompt;
    private long _completion;

    public ServedUse Use => new(Interlocked.Read(ref _answers), Interlocked.Read(ref _repeated), Interlocked.Read(ref _prompt), Interlocked.Read(ref _completion));

    public void Answered((long Prompt, long Completion)? tokens)
    {
        Interlocked.Increment(ref _answers);
        Interlocked.Add(ref _prompt, tokens?.Prompt ?? 0);
        Interlocked.Add(ref _completion, tokens?.Completion ?? 0);
    }

    public void Repeated() => Interlocked.Increment(ref _repeated);
}
