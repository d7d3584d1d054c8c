namespace SynthFarm.Inference.Training;

/// <summary>Some sequences laid one after the other without padding, and the rows that have a loss.</summary>
internal sealed class MicroBatch
{
    private readonly List<int> _tokens = [];
    private readonly List<int> _starts = [];
    private readonly List<LossRow> _rows = [];

    /// <summary>Token ids of all sequences.</summary>
    public ReadOnlySpan<int> Tokens => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_tokens);

    public ReadOnlySpan<LossRow> Rows => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_rows);

    public int Sequences => _starts.Count;

    public int Start(int sequence) => _starts[sequence];

    public int Length(int sequence) => (sequence + 1 < _starts.Count ? _starts[sequence + 1] : _tokens.Count) - _starts[sequence];

    public void Clear()
    {
        _tokens.Clear();
        _starts.Clear();
        _rows.Clear();
    }

    /// <summary>Appends a sequence and returns the row of its first token.</summary>
    public int Add(ReadOnlySpan<int> tokens)
    {
        int start = _tokens.Count;
        _starts.Add(start);
        _tokens.AddRange(tokens);
        return start;
    }

    public void AddLoss(LossRow row) => _rows.Add(row);
}
