using SynthFarm.Inference.Decoding;
using SynthFarm.Inference.Sampling;

namespace SynthFarm.Inference.Engine;

/// <summary>Scores or log-probabilities of given tokens.</summary>
internal sealed class ScoreJob : EngineJob<IReadOnlyList<float>>
{
    private readonly ScoreRequest _request;
    private readonly bool _ownHead;
    private readonly bool _after;
    private readonly float[] _values;
    private int _read;

    /// <param name="request">A valid one.</param>
    /// <param name="ownHead">Whether the model has a head of its own for scores, or a language model's.</param>
    /// <param name="cancellation">The caller's.</param>
    public ScoreJob(ScoreRequest request, bool ownHead, CancellationToken cancellation)
        : base([.. request.Tokens.Take(request.Positions[^1] + (IsReadAfter(request, ownHead) ? 1 : 0))], cancellation)
    {
        _request = request;
        _ownHead = ownHead;
        _after = IsReadAfter(request, ownHead);
        _values = new float[request.Positions.Count];
    }

    public override int Width => 1;

    public override int BlocksNeeded => KvLayout.BlocksFor(Tokens.Length) + 1;

    public override int MostReused => OutputAt(0);

    protected override IReadOnlyList<float> Outcome => _values;

    public override void Start(KvSequence sequence) => Branches.Add(new EngineBranch(this, sequence, [.. Tokens]));

    public override void Want(EngineBranch branch, int count, List<int> offsets)
    {
        int first = branch.Sequence.Length;
        for (int i = _read; i < _values.Length && OutputAt(i) < first + count; i++)
            offsets.Add(OutputAt(i) - first);
    }

    public override void Read(EngineBranch branch, DecoderBatch batch, int first, int count, Sampler sampler)
    {
        for (int i = 0; i < count; i++, _read++)
        {
            Span<float> output = batch.Output(first + i);
            _values[_read] = _ownHead ? Finite(LogOdds(output))
                : _request.Contrast is { } contrast ? Finite(output[contrast.Positive] - output[contrast.Negative])
                : LogProb(output, sampler);
        }
    }

    public override void Advance(EngineBranch branch, PrefixCache cache)
    {
        if (branch.Pending > 0)
            return;
        Branches.Remove(branch);
        cache.Insert(branch.TokenSpan, branch.Sequence);
    }

    /// <summary>Whether the output that counts comes after a position was read, or before.</summary>
    private static bool IsReadAfter(ScoreRequest request, bool ownHead) => ownHead || request.Contrast is not null;

    /// <summary>A score as it is; of labels, what the sigmoid turns into the softmax's share of label 1.</summary>
    private static float LogOdds(ReadOnlySpan<float> output)
    {
        if (output.Length == 1)
            return output[0];
        double largest = double.NegativeInfinity, sum = 0;
        for (int i = 0; i < output.Length; i++)
            largest = i == 1 ? largest : Math.Max(largest, output[i]);
        for (int i = 0; i < output.Length; i++)
            sum += i == 1 ? 0 : Math.Exp(output[i] - largest);
        return (float)(output[1] - largest - Math.Log(sum));
    }

    private static float Finite(float score) => float.IsFinite(score)
        ? score
        : throw new NonFiniteLogitsException("The model gave a score that is not a finite number.");

    private float LogProb(Span<float> output, Sampler sampler)
    {
        sampler.Prepare(output, SamplingParameters.Greedy);
        return sampler.LogProb(_request.Tokens[_request.Positions[_read]]);
    }

    /// <summary>The position whose output answers the i-th question.</summary>
    private int OutputAt(int i) => _request.Positions[i] - (_after ? 0 : 1);
}
