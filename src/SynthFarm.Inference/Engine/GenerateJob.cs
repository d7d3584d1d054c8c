using System.Runtime.InteropServices;
using System.Text;
using SynthFarm.Inference.Decoding;
using SynthFarm.Inference.Sampling;
using SynthFarm.Inference.Tokenization;

namespace SynthFarm.Inference.Engine;

/// <summary>Samples that continue one prefix.</summary>
internal sealed class GenerateJob : EngineJob<IReadOnlyList<GeneratedSample>>
{
    private readonly GenerateRequest _request;
    private readonly Tokenizer? _tokenizer;
    private readonly byte[][] _stopStrings;
    private readonly int[] _banned;
    private readonly int _mostTokens;
    private readonly ITokenListener? _listener;
    private readonly SampledToken[] _drawn;
    private readonly GeneratedSample[] _samples;

    public GenerateJob(GenerateRequest request, Tokenizer? tokenizer, int[] nameless, int maxPositions, ITokenListener? listener, CancellationToken cancellation)
        : base([.. request.Prefix], cancellation)
    {
        _request = request;
        _tokenizer = tokenizer;
        _listener = listener;
        _stopStrings = [.. request.StopStrings.Select(Encoding.UTF8.GetBytes)];
        _banned = [.. request.BannedTokens, .. nameless];
        _mostTokens = Math.Min(request.MaxTokens, maxPositions - Tokens.Length);
        _drawn = new SampledToken[request.Seeds.Count];
        _samples = new GeneratedSample[request.Seeds.Count];
    }

    public override int Width => _samples.Length;

    // The prefix, one copied block, and for each sample its own tokens with the copy of the block they begin in.
    public override int BlocksNeeded => KvLayout.BlocksFor(Tokens.Length) + 1 + Width
        * (KvLayout.BlocksFor(Tokens.Length + _mostTokens) - Tokens.Length / KvLayout.BlockPositions + 1);

    public override int MostReused => Tokens.Length - 1;

    protected override IReadOnlyList<GeneratedSample> Outcome => _samples;

    public override void Start(KvSequence sequence) =>
        Branches.Add(new EngineBranch(this, sequence, [.. Tokens]) { Members = [.. Enumerable.Range(0, Width)] });

    public override void Want(EngineBranch branch, int count, List<int> offsets)
    {
        if (count == branch.Pending)
            offsets.Add(count - 1);
    }

    public override void Read(EngineBranch branch, DecoderBatch batch, int first, int count, Sampler sampler)
    {
        sampler.Prepare(batch.Output(first), _request.Sampling, _banned);
        foreach (int member in branch.Members)
            _drawn[member] = sampler.Draw(_request.Seeds[member], branch.LogProbs.Count);
        if (_request.Alternatives > 0)
            branch.Alternatives.Add(sampler.Likeliest(_request.Alternatives));
    }

    public override void Advance(EngineBranch branch, PrefixCache cache)
    {
        TokensSampled += branch.Members.Count;
        int parted = Branches.Count;
        for (int i = 1; i < branch.Members.Count;)
        {
            if (_drawn[branch.Members[i]].Id == _drawn[branch.Members[0]].Id)
            {
                i++;
                continue;
            }

            int member = branch.Members[i];
            branch.Members.RemoveAt(i);
            Join(branch, member, parted);
        }

        // Samples that ended leave the list, so the new branches come first.
        for (int i = Branches.Count - 1; i >= parted; i--)
            Append(Branches[i], cache);
        Append(branch, cache);
    }

    /// <summary>Puts a sample that parted into the new branch of those that drew the same, or into its own.</summary>
    private void Join(EngineBranch branch, int member, int parted)
    {
        foreach (EngineBranch other in CollectionsMarshal.AsSpan(Branches)[parted..])
        {
            if (_drawn[other.Members[0]].Id == _drawn[member].Id)
            {
                other.Members.Add(member);
                return;
            }
        }

        Branches.Add(branch.Fork([member]));
    }

    private void Append(EngineBranch branch, PrefixCache cache)
    {
        SampledToken token = _drawn[branch.Members[0]];
        branch.Tokens.Add(token.Id);
        branch.LogProbs.Add(token.LogProb);
        foreach (int member in branch.Members)
            _listener?.Drawn(member, token, _request.Alternatives > 0 ? branch.Alternatives[^1] : []);
        (int at, int stop) = _stopStrings.Length > 0 ? FindStopString(branch, token.Id) : (-1, -1);
        if (_request.StopTokens.Contains(token.Id))
            Finish(branch, cache, GenerateFinish.StopToken);
        else if (at >= 0)
            Finish(branch, cache, GenerateFinish.StopString, at, stop);
        else if (branch.LogProbs.Count == _mostTokens)
            Finish(branch, cache, GenerateFinish.Length);
    }

    /// <summary>Adds the token's bytes and returns where the first stop string in the text begins and which it is, or -1.</summary>
    private (int At, int Stop) FindStopString(EngineBranch branch, int token)
    {
        int before = branch.Text.Count;
        branch.Text.AddRange(_tokenizer!.TokenBytes(token));
        ReadOnlySpan<byte> text = CollectionsMarshal.AsSpan(branch.Text);
        (int At, int Stop) found = (-1, -1);
        for (int stop = 0; stop < _stopStrings.Length; stop++)
        {
            int from = Math.Max(0, before - _stopStrings[stop].Length + 1);
            int at = text[from..].IndexOf(_stopStrings[stop]);
            if (at >= 0 && (found.At < 0 || from + at < found.At))
                found = (from + at, stop);
        }

        return found;
    }

    private void Finish(EngineBranch branch, PrefixCache cache, GenerateFinish finish, int stopAt = -1, int stop = -1)
    {
        int[] tokens = [.. branch.Tokens[Tokens.Length..]];
        int cut = stop >= 0 && _request.IncludeStopString ? stopAt + _stopStrings[stop].Length : stopAt;
        var sample = new GeneratedSample(tokens, [.. branch.LogProbs], TextOf(branch, tokens, cut), finish)
        {
            StopString = stop >= 0 ? _request.StopStrings[stop] : null,
            Alternatives = [.. branch.Alternatives],
        };
        foreach (int member in branch.Members)
        {
            _samples[member] = sample;
            _listener?.Ended(member, sample);
        }

        Branches.Remove(branch);
        cache.Insert(branch.TokenSpan[..branch.Sequence.Length], branch.Sequence);
    }

    private string TextOf(EngineBranch branch, ReadOnlySpan<int> tokens, int cut)
    {
        if (_tokenizer is null)
            return "";
        if (cut >= 0)
            return Encoding.UTF8.GetString(CollectionsMarshal.AsSpan(branch.Text)[..cut]);
        return _tokenizer.DecodeContinuation(_tokenizer.IsSpecial(tokens[^1]) ? tokens[..^1] : tokens);
    }
}
