namespace SynthFarm.Farm.Journal;

/// <summary>Records on their way to the disk, and who waits for them.</summary>
internal sealed class PendingAppend(JournalTree tree, IReadOnlyList<byte[]> frames)
{
    private readonly TaskCompletionSource _durable = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public JournalTree Tree { get; } = tree;

    public IReadOnlyList<byte[]> Frames { get; } = frames;

    public Task Durable => _durable.Task;

    public void Complete() => _durable.SetResult();

    public void Fail(Exception cause) => _durable.SetException(cause);
}
