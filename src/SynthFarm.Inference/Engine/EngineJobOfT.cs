namespace SynthFarm.Inference.Engine;

/// <summary>A job whose caller waits for a result of one type.</summary>
internal abstract class EngineJob<T>(int[] tokens, CancellationToken cancellation) : EngineJob(tokens, cancellation)
{
    // Callers must not run on the engine's thread.
    private readonly TaskCompletionSource<T> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<T> Result => _completion.Task;

    protected abstract T Outcome { get; }

    public override void Succeed() => _completion.TrySetResult(Outcome);

    public override void Fail(Exception error) => _completion.TrySetException(error);

    public override void Cancel() => _completion.TrySetCanceled(Cancellation);
}
