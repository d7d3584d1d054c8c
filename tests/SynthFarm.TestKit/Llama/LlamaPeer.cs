using System.Runtime.InteropServices;
using SynthFarm.TestKit.Gguf;

namespace SynthFarm.TestKit.Llama;

/// <summary>
/// A model run by llama.cpp, called directly through its shared library: what the engine's logits and speed are compared with. Fill a batch
/// with <see cref="Add"/>, compute it with <see cref="Decode"/>, read <see cref="Logits"/>. Not thread-safe.
/// </summary>
public sealed unsafe class LlamaPeer : IDisposable
{
    private readonly nint _model;
    private readonly nint _context;
    private readonly nint _threads;
    private readonly int _rows;
    private readonly nint _memory;
    private LlamaBatch _batch;

    /// <param name="path">A GGUF file; see <see cref="GgufModel"/>.</param>
    /// <param name="options">Default: those of <see cref="LlamaPeerOptions"/>.</param>
    /// <exception cref="InvalidOperationException">llama.cpp is not there or refuses the file; the message holds its complaints.</exception>
    public LlamaPeer(string path, LlamaPeerOptions? options = null)
    {
        if (LlamaLibrary.Missing is { } missing)
            throw new InvalidOperationException(missing);
        options ??= new LlamaPeerOptions();
        LlamaModelParameters model = LlamaNative.DefaultModel();
        _model = LlamaNative.LoadModel(path, model);
        if (_model == 0)
            throw new InvalidOperationException($"llama.cpp does not load {path}: {LlamaLog.Complaints}");
        _context = LlamaNative.NewContext(_model, Context(options));
        if (_context == 0)
        {
            LlamaNative.FreeModel(_model);
            throw new InvalidOperationException($"llama.cpp makes no context for {path}: {LlamaLog.Complaints}");
        }

        _threads = NewThreadPool(options);
        LlamaNative.AttachThreadPool(_context, _threads, _threads);
        VocabularySize = LlamaNative.VocabularySize(LlamaNative.VocabularyOf(_model));
        _rows = options.BatchRows;
        _memory = (nint)NativeMemory.AllocZeroed((nuint)_rows, sizeof(int) * 4 + (nuint)sizeof(int*) + sizeof(sbyte));
        _batch.Sequences = (int**)_memory;
        _batch.Tokens = (int*)(_batch.Sequences + _rows);
        _batch.Positions = _batch.Tokens + _rows;
        _batch.SequenceCounts = _batch.Positions + _rows;
        int* sequences = _batch.SequenceCounts + _rows;
        _batch.Outputs = (sbyte*)(sequences + _rows);
        for (int row = 0; row < _rows; row++)
        {
            _batch.SequenceCounts[row] = 1;
            _batch.Sequences[row] = sequences + row;
        }
    }

    public int VocabularySize { get; }

    /// <summary>Empties the batch; the cache stays.</summary>
    public void Clear() => _batch.Count = 0;

    /// <summary>Adds a token to the batch.</summary>
    /// <param name="token">The token.</param>
    /// <param name="position">Its place in the sequence, which has as many positions so far.</param>
    /// <param name="sequence">The sequence, below <see cref="LlamaPeerOptions.Sequences"/>.</param>
    /// <param name="output">Whether its logits are wanted.</param>
    /// <returns>The row, for <see cref="Logits"/>.</returns>
    public int Add(int token, int position, int sequence = 0, bool output = true)
    {
        if (_batch.Count == _rows)
            throw new InvalidOperationException($"A batch has at most {_rows} rows.");
        int row = _batch.Count++;
        _batch.Tokens[row] = token;
        _batch.Positions[row] = position;
        *_batch.Sequences[row] = sequence;
        _batch.Outputs[row] = (sbyte)(output ? 1 : 0);
        return row;
    }

    /// <summary>Computes the batch.</summary>
    /// <exception cref="InvalidOperationException">llama.cpp refuses it.</exception>
    public void Decode()
    {
        int status = LlamaNative.Decode(_context, _batch);
        if (status != 0)
            throw new InvalidOperationException($"llama_decode gave {status}: {LlamaLog.Complaints}");
    }

    /// <summary>Logits of a row whose output was wanted; valid until the next <see cref="Decode"/>. (vocabulary)</summary>
    public ReadOnlySpan<float> Logits(int row)
    {
        float* logits = LlamaNative.Logits(_context, row);
        return logits is not null
            ? new ReadOnlySpan<float>(logits, VocabularySize)
            : throw new ArgumentException($"Row {row} has no logits.", nameof(row));
    }

    /// <summary>Forgets all sequences.</summary>
    public void Forget() => LlamaNative.ClearMemory(LlamaNative.MemoryOf(_context), 0);

    /// <summary>Forgets the positions of a sequence from one on.</summary>
    public void Forget(int sequence, int from)
    {
        if (LlamaNative.Remove(LlamaNative.MemoryOf(_context), sequence, from, -1) == 0)
            throw new InvalidOperationException($"llama.cpp keeps sequence {sequence}.");
    }

    public void Dispose()
    {
        LlamaNative.FreeContext(_context);
        LlamaNative.FreeModel(_model);
        ((delegate* unmanaged<nint, void>)LlamaLibrary.BackendFunction("ggml_threadpool_free"))(_threads);
        NativeMemory.Free((void*)_memory);
    }

    private static LlamaContextParameters Context(LlamaPeerOptions options)
    {
        LlamaContextParameters context = LlamaNative.DefaultContext();
        context.Positions = (uint)options.Positions;
        context.Batch = context.MicroBatch = (uint)options.BatchRows;
        context.Sequences = (uint)options.Sequences;
        context.Threads = context.BatchThreads = options.Threads;
        context.FlashAttention = options.AutoFlashAttention ? -1 : 0;
        context.KeyType = context.ValueType = (int)(options.HalfCache ? GgufType.F16 : GgufType.F32);
        return context;
    }

    private static nint NewThreadPool(LlamaPeerOptions options)
    {
        LlamaThreadPoolParameters pool = LlamaNative.DefaultThreadPool(options.Threads);
        pool.OneProcessorEach = (byte)(options.PinThreads ? 1 : 0);
        for (int i = 0; options.PinThreads && i < options.Threads; i++)
            pool.Processors[i] = 1;
        return ((delegate* unmanaged<LlamaThreadPoolParameters*, nint>)LlamaLibrary.BackendFunction("ggml_threadpool_new"))(&pool);
    }
}
