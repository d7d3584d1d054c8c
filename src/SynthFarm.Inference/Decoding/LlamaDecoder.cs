using SynthFarm.Inference.Kernels;
using SynthFarm.Inference.Weights;

namespace SynthFarm.Inference.Decoding;

/// <summary>
/// A decoder of Llama's kind (RMSNorm, rotary positions, grouped-query attention, SwiGLU; see <see cref="ModelFamily"/>) over a paged
/// key-value cache, for many sequences at once. The bits of a result depend on the sequence alone: not on the batch it is computed in, on how its tokens are cut
/// into passes, or on the number of threads. For one caller at a time.
/// </summary>
public sealed class LlamaDecoder : IDisposable
{
    // Below this a barrier after every stage costs more than a second thread brings.
    private const double CooperativeFlops = 1e8;
    // Weights that fit the last cache are read once per piece at little cost; larger ones should be read once per pass.
    private const long CachedWeightBytes = 16L << 20;
    private const int MinPieceRows = 16;
    private const int MaxPieceRows = 32;

    private readonly KvLayout _layout;
    private readonly RopeTable _rope;
    private readonly DecoderLayer[] _layers;
    private readonly NativeBuffer _finalNorm;
    private readonly TokenEmbedding _embedding;
    private readonly OutputHead _head;
    private readonly DecoderPass _pass;
    private readonly DecoderScratch[] _scratch;
    private readonly WorkerTeam _team;
    private readonly Barrier? _barrier;
    private readonly Action<int> _runPieces;
    private readonly Action<int> _runShare;
    private readonly long _weights;
    private (int First, int End)[] _pieces = new (int, int)[16];
    private int _pieceCount;
    private int _nextPiece;
    private DecoderBatch? _batch;

    /// <param name="weights">The model; it is copied and need not be kept.</param>
    /// <param name="threads">Threads that compute, the caller's included. Default: the processors, at most 2.</param>
    /// <param name="type">How weights are kept. Default: as floats.</param>
    public LlamaDecoder(IModelWeights weights, int? threads = null, WeightType type = WeightType.F32)
    {
        ArgumentNullException.ThrowIfNull(weights);
        int size = threads ?? Math.Min(2, Environment.ProcessorCount);
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1, nameof(threads));
        Config = weights.Config;
        var reader = new WeightReader(weights, type);
        _layout = new KvLayout(Config);
        _rope = new RopeTable(RopeFrequencies.Of(Config));
        _layers = [.. Enumerable.Range(0, Config.Layers).Select(layer => new DecoderLayer(Config, reader, layer))];
        _finalNorm = reader.Vector(LlamaTensors.FinalNorm);
        _embedding = new TokenEmbedding(reader);
        _head = new OutputHead(Config, reader, _embedding);
        OutputWidth = _head.Matrix.Outputs;
        _pass = new DecoderPass(Config, _layout, _rope, _embedding, _layers, _finalNorm, _head);
        _scratch = [.. Enumerable.Range(0, size).Select(_ => new DecoderScratch(Config))];
        _team = new WorkerTeam(size);
        _barrier = size > 1 ? new Barrier(size) : null;
        _runPieces = RunPieces;
        _runShare = RunShare;
        _weights = reader.ParameterCount;
    }

    public LlamaConfig Config { get; }

    /// <summary>Floats of one output: the vocabulary, or the labels of another head.</summary>
    public int OutputWidth { get; }

    /// <summary>Threads that compute.</summary>
    public int Threads => _team.Size;

    /// <summary>
    /// Appends the batch's tokens to their sequences and computes the outputs asked for. Where it throws, no sequence has
    /// changed its length.
    /// </summary>
    /// <exception cref="ArgumentException">A token is not in the vocabulary, or a sequence grows beyond the model's positions.</exception>
    /// <exception cref="KvMemoryException">The pool has too few free blocks.</exception>
    public void Forward(DecoderBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        if (batch.Count == 0)
            return;
        Check(batch);
        foreach (ref readonly DecoderEntry entry in batch.Entries)
            entry.Sequence.Reserve(entry.RowCount);
        batch.Prepare(OutputWidth);
        int positions = 0;
        foreach (ref readonly DecoderEntry entry in batch.Entries)
            positions = Math.Max(positions, entry.Start + entry.RowCount);
        _rope.Reach(positions);
        _batch = batch;
        Plan(batch, positions);
        foreach (ref readonly DecoderEntry entry in batch.Entries)
            entry.Sequence.Advance(entry.RowCount);
        _batch = null;
    }

    public void Dispose()
    {
        _team.Dispose();
        _barrier?.Dispose();
        foreach (DecoderLayer layer in _layers)
            layer.Dispose();
        foreach (DecoderScratch scratch in _scratch)
            scratch.Dispose();
        _finalNorm.Dispose();
        _head.Dispose();
        _embedding.Dispose();
    }

    /// <summary>Calls <paramref name="body"/> with each rank on its own thread; for work on the outputs.</summary>
    internal void RunTeam(Action<int> body) => _team.Run(_team.Size, body);

    private void Check(DecoderBatch batch)
    {
        foreach (int token in batch.Tokens)
        {
            if ((uint)token >= (uint)Config.VocabularySize)
                throw new ArgumentException($"The token {token} is not in the vocabulary of {Config.VocabularySize}.", nameof(batch));
        }

        int needed = 0;
        foreach (ref readonly DecoderEntry entry in batch.Entries)
        {
            if (entry.Start != entry.Sequence.Length)
                throw new ArgumentException("A sequence changed after it was added to the batch.", nameof(batch));
            if (entry.Start + entry.RowCount > Config.MaxPositions)
                throw new ArgumentException(
                    $"A sequence would have {entry.Start + entry.RowCount} positions; the model has {Config.MaxPositions}.", nameof(batch));
            needed += entry.Sequence.BlocksNeeded(entry.RowCount);
        }

        KvBlockPool pool = batch.Entries[0].Sequence.Pool;
        if (needed > pool.Free)
            throw new KvMemoryException($"The batch needs {needed} more key-value blocks; {pool.Free} of {pool.Capacity} are free.");
    }

    private void Plan(DecoderBatch batch, int positions)
    {
        double flops = 2.0 * _weights * batch.Rows;
        int target = Math.Clamp((batch.Rows / (2 * Threads) + 7) / 8 * 8, MinPieceRows, MaxPieceRows);
        _pieceCount = 0;
        for (int first = 0; first < batch.Count;)
        {
            int end = first;
            for (int rows = 0; end < batch.Count && (end == first || rows + batch.Entries[end].RowCount <= target); end++)
                rows += batch.Entries[end].RowCount;
            if (_pieceCount == _pieces.Length)
                Array.Resize(ref _pieces, 2 * _pieceCount);
            _pieces[_pieceCount++] = (first, end);
            first = end;
        }

        bool together = Threads > 1 && flops >= CooperativeFlops
            && (_pieceCount < Threads || _weights * sizeof(float) > CachedWeightBytes);
        if (together)
        {
            _scratch[0].Reach(batch.Rows, positions);
            foreach (DecoderScratch scratch in _scratch)
                scratch.Reach(1, positions);
            try
            {
                _team.Run(Threads, _runShare);
            }
            finally
            {
                // Whoever failed had left, so that the others would not wait for it.
                if (_barrier!.ParticipantCount < Threads)
                    _barrier.AddParticipants(Threads - _barrier.ParticipantCount);
            }
        }
        else
        {
            int workers = Math.Min(Threads, _pieceCount);
            int rows = 0;
            for (int piece = 0; piece < _pieceCount; piece++)
                rows = Math.Max(rows, PieceRows(batch, piece));
            for (int rank = 0; rank < workers; rank++)
                _scratch[rank].Reach(rows, positions);
            _nextPiece = 0;
            _team.Run(workers, _runPieces);
        }
    }

    private int PieceRows(DecoderBatch batch, int piece)
    {
        (int first, int end) = _pieces[piece];
        return batch.Entries[end - 1].FirstRow + batch.Entries[end - 1].RowCount - batch.Entries[first].FirstRow;
    }

    private unsafe void RunPieces(int rank)
    {
        for (int piece; (piece = Interlocked.Increment(ref _nextPiece) - 1) < _pieceCount;)
            _pass.Run(_batch!, _pieces[piece].First, _pieces[piece].End, _scratch[rank], _scratch[rank].Scores, DecoderShare.Alone);
    }

    private unsafe void RunShare(int rank)
    {
        try
        {
            _pass.Run(_batch!, 0, _batch!.Count, _scratch[0], _scratch[rank].Scores, new DecoderShare(rank, Threads, _barrier));
        }
        catch
        {
            _barrier!.RemoveParticipant();
            throw;
        }
    }
}
