namespace SynthFarm.Inference.Sampling;

/// <summary>
/// Draws tokens. <see cref="Prepare"/> turns one position's logits into a distribution, from which any number of tokens can be drawn, each
/// by its own seed. Keeps its memory; not thread-safe.
/// </summary>
internal sealed class Sampler
{
    private const int FirstPick = 64;

    private readonly TopTokens _top = new();
    private readonly TopTokens _likeliest = new();
    private float[] _logits = [];
    private float[] _weights = [];
    private double[] _chunks = [];
    private int _size;
    private int _kept;
    private double _mass;
    private double _logTotal;
    private Mode _mode;
    private int _greedy;

    private enum Mode
    {
        Greedy,
        All,
        Kept,
    }

    /// <summary>Reads the logits of one position.</summary>
    /// <param name="logits">(vocabulary)</param>
    /// <param name="parameters">Valid ones.</param>
    /// <param name="banned">Tokens that are never drawn; the others' log-probabilities do not change for that.</param>
    /// <exception cref="NonFiniteLogitsException">A logit is NaN or infinite.</exception>
    public void Prepare(ReadOnlySpan<float> logits, SamplingParameters parameters, ReadOnlySpan<int> banned = default)
    {
        Reach(logits.Length);
        float max = Softmax.CheckedMax(logits);
        double total = Softmax.Weights(logits, max, 1, _weights, _chunks);
        _logTotal = max + Math.Log(total);
        logits.CopyTo(_logits);
        if (!banned.IsEmpty)
        {
            foreach (int id in banned)
                _logits[id] = float.NegativeInfinity;
            max = float.NegativeInfinity;
            foreach (float logit in _logits.AsSpan(0, _size))
                max = MathF.Max(max, logit);
        }

        if (parameters.Temperature == 0)
        {
            _mode = Mode.Greedy;
            _greedy = _logits.AsSpan(0, _size).IndexOf(max);
            return;
        }

        if (parameters.Temperature != 1 || !banned.IsEmpty)
            total = Softmax.Weights(_logits.AsSpan(0, _size), max, (float)(1 / parameters.Temperature), _weights, _chunks);
        _mass = total;
        _mode = parameters.Filters ? Mode.Kept : Mode.All;
        if (_mode == Mode.Kept)
            Filter(parameters, total);
    }

    /// <summary>Draws one token from what was prepared.</summary>
    /// <param name="seed">The request's seed.</param>
    /// <param name="position">Which token of the request it is, from 0.</param>
    public SampledToken Draw(ulong seed, int position)
    {
        int id = _mode == Mode.Greedy ? _greedy : Find(CounterRandom.Uniform(seed, (ulong)position) * _mass);
        return new SampledToken(id, LogProb(id));
    }

    /// <summary>Natural logarithm of a token's probability at temperature 1, without filters. At most 0.</summary>
    public float LogProb(int id) => (float)Math.Min(0, _logits[id] - _logTotal);

    /// <summary>The most likely of the tokens that may be drawn, at temperature 1 and without filters; the likeliest first.</summary>
    public SampledToken[] Likeliest(int count)
    {
        _likeliest.Pick(_logits.AsSpan(0, _size), count);
        var tokens = new List<SampledToken>(count);
        foreach ((float logit, int id) in _likeliest.Sorted)
        {
            if (!float.IsNegativeInfinity(logit))
                tokens.Add(new SampledToken(id, LogProb(id)));
        }

        return [.. tokens];
    }

    /// <summary>Keeps the tokens that pass, the most likely first; picks more of them until the filters are satisfied.</summary>
    private void Filter(SamplingParameters parameters, double total)
    {
        bool limited = parameters.TopK > 0 && parameters.TopK < _size;
        int limit = limited ? parameters.TopK : _size;
        for (int pick = limited ? limit : Math.Min(FirstPick, limit); ; pick = Math.Min(8 * pick, limit))
        {
            _top.Pick(_logits.AsSpan(0, _size), pick);
            if (limited)
            {
                total = 0;
                foreach ((_, int id) in _top.Sorted)
                    total += _weights[id];
            }

            if (Cut(parameters, total) || pick == limit)
                return;
        }
    }

    /// <summary>Cuts the picked tokens. Returns false where all of them pass, so that a token not picked might pass too.</summary>
    private bool Cut(SamplingParameters parameters, double total)
    {
        (_kept, _mass) = (0, 0);
        foreach ((_, int id) in _top.Sorted)
        {
            // The most likely token has weight 1.
            if (_kept > 0 && (_weights[id] < parameters.MinP || _mass >= parameters.TopP * total))
                return true;
            _mass += _weights[id];
            _kept++;
        }

        return false;
    }

    private int Find(double target)
    {
        int last = -1;
        if (_mode == Mode.Kept)
        {
            foreach ((_, int id) in _top.Sorted[.._kept])
            {
                last = id;
                if ((target -= _weights[id]) < 0)
                    break;
            }

            return last;
        }

        int first = 0;
        for (int chunk = 0; first + Softmax.Chunk < _size && target >= _chunks[chunk]; chunk++, first += Softmax.Chunk)
            target -= _chunks[chunk];
        for (int id = first; id < _size; id++)
        {
            if (_weights[id] == 0)
                continue;
            last = id;
            if ((target -= _weights[id]) < 0)
                break;
        }

        // Rounding can leave a trace of the target behind the last token of all.
        return last >= 0 ? last : _logits.AsSpan(0, _size).IndexOf(Largest());
    }

    private float Largest()
    {
        float max = float.NegativeInfinity;
        foreach (float logit in _logits.AsSpan(0, _size))
            max = MathF.Max(max, logit);
        return max;
    }

    private void Reach(int size)
    {
        _size = size;
        if (_logits.Length >= size)
            return;
        _logits = new float[size];
        _weights = new float[size];
        _chunks = new double[(size + Softmax.Chunk - 1) / Softmax.Chunk];
    }
}
