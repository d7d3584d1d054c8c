using SynthFarm.Inference.Decoding;
using SynthFarm.Inference.Sampling;

namespace SynthFarm.Inference.Engine;

/// <summary>Scores or log-probabilities of given tokens.</summary>
internal sealed class ScoreJob : EngineJob<IReadOnlyList<float>>
{
    private readonly ScoreRequest _request;
    private readonly bool _scoreHead;
    private readonly float[] _values;
    private int _read;

    /// <param name="request">A valid one.</param>
    /// <param name="scoreHead">Whether the model scores a token after reading it, or predicts it before.</param>
    /// <param name="cancellation">The caller's.</param>
    public ScoreJob(ScoreRequest request, bool scoreHead, CancellationToken cancellation)
        : base([.. request.Tokens.Take(request.Positions[^1] + (scoreHead ? 1 : 0))], cancellation)
    {
        _request = request;
        _scoreHead = scoreHead;
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
            if (_scoreHead)
            {
                if (!float.IsFinite(output[0]))
                    throw new NonFiniteLogitsException("The model gave a score that is not a finite number.");
                _values[_read] = output[0];
            }
            else
            {
                sampler.Prepare(output, SamplingParameters.Greedy);
                _values[_read] = sampler.LogProb(_request.Tokens[_request.Positions[_read]]);
            }
        }
    }

    public override void Advance(EngineBranch branch, PrefixCache cache)
    {
        if (branch.Pending > 0)
            return;
        Branches.Remove(branch);
        cache.Insert(branch.TokenSpan, branch.Sequence);
    }

    /// <summary>The position whose output answers the i-th question.</summary>
    private int OutputAt(int i) => _request.Positions[i] - (_scoreHead ? 0 : 1);
}
