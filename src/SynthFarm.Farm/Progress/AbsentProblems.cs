namespace SynthFarm.Farm.Progress;

/// <summary>
/// Finished problems in the corpus that, with their contents, are not in the problem file: gone from it, or edited there and not yet done
/// again. Thread-safe.
/// </summary>
internal sealed class AbsentProblems
{
    private readonly HashSet<string> _edited = new(StringComparer.Ordinal);
    private long _gone;

    public long Count
    {
        get
        {
            lock (_edited)
            {
                return _gone + _edited.Count;
            }
        }
    }

    public void AddGone() => _gone++;

    public void AddEdited(string problemId) => _edited.Add(problemId);

    /// <summary>A problem was done: what the corpus held under its id gives way.</summary>
    public void Replaced(string problemId)
    {
        lock (_edited)
        {
            _edited.Remove(problemId);
        }
    }
}
