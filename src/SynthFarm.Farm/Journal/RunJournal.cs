using System.Threading.Channels;
using SynthFarm.Core.Reasoning;
using SynthFarm.Corpus.Durability;
using SynthFarm.Farm.Durability;
using SynthFarm.Farm.Specification;

namespace SynthFarm.Farm.Journal;

/// <summary>
/// Makes growing trees durable: every expansion is a record, and an append returns when its record is on the disk. What is committed to the
/// corpus leaves the journal, so that it stays as small as the trees in flight.
/// </summary>
/// <remarks>
/// There is one segment. When it has grown it is replaced by one that holds the unfinished trees only: written aside, flushed, put in place
/// in one rename, then the old one is deleted. One task writes and flushes; appends that arrive meanwhile share the next flush. After a
/// failed write nothing more is accepted: what the disk holds then is known only by opening again.
/// </remarks>
internal sealed class RunJournal : IAsyncDisposable
{
    private const int MaxBatchBytes = 4 << 20;

    private readonly Lock _gate = new();
    private readonly Channel<PendingAppend> _queue = Channel.CreateUnbounded<PendingAppend>(new UnboundedChannelOptions { SingleReader = true });
    private readonly string _folder;
    private readonly string _configHash;
    private readonly JournalOptions _options;
    private readonly ICrashPoints _crashPoints;
    private readonly Dictionary<string, JournalTree> _trees;
    private readonly Task _writing;
    private Segment _segment;
    private long _replaceAt;
    private long _generatedTokens;
    private Exception? _failure;

    private RunJournal(string folder, string configHash, JournalOptions options, ICrashPoints crashPoints, Segment segment, Dictionary<string, JournalTree> trees, long generatedTokens)
    {
        GeneratedBefore = generatedTokens;
        _generatedTokens = generatedTokens;
        _folder = folder;
        _configHash = configHash;
        _options = options;
        _crashPoints = crashPoints;
        _segment = segment;
        _trees = trees;
        _replaceAt = Math.Max(options.SegmentBytes, 2 * segment.Length);
        _writing = Task.Run(WriteAsync);
    }

    /// <summary>Tokens that earlier starts of the run have generated, as far as the journal was told.</summary>
    public long GeneratedBefore { get; }

    /// <summary>Trees that were begun and not released.</summary>
    public int UnfinishedTrees
    {
        get
        {
            lock (_gate)
            {
                return _trees.Count;
            }
        }
    }

    /// <summary>Opens the journal of a run, creating it when there is none.</summary>
    /// <param name="isWanted">Whether a tree's problem is still to be done; others are dropped.</param>
    /// <param name="notice">Gets a line for everything that was cut off or dropped.</param>
    /// <exception cref="JournalException">It is damaged, or cannot be written.</exception>
    public static RunJournal Open(
        string folder, string configHash, JournalOptions options, Func<TreeStart, bool> isWanted, ICrashPoints crashPoints, Action<string> notice)
    {
        Directory.CreateDirectory(folder);
        foreach (var abandoned in Directory.EnumerateFiles(folder, "*" + DurableFiles.TemporarySuffix).ToList())
        {
            File.Delete(abandoned);
        }

        using var newest = JournalRecovery.Newest(folder, configHash, notice);
        var (trees, tokens) = newest is null ? ([], 0) : JournalRecovery.Contents(newest, isWanted, notice);
        var number = Segment.Numbers(folder) is [var highest, ..] ? highest + 1 : 1;
        var segment = Segment.Begin(folder, number, configHash, Tokens(tokens), newest, trees.Values, crashPoints);
        DeleteOlder(folder, number);
        return new RunJournal(folder, configHash, options, crashPoints, segment, trees, tokens);
    }

    /// <summary>Appends the steps the journal holds to a tree that has only its root.</summary>
    /// <returns>How many there were.</returns>
    public int Restore(ReasoningTree tree)
    {
        lock (_gate)
        {
            if (!_trees.TryGetValue(tree.Id, out var known))
            {
                return 0;
            }

            foreach (var record in known.Records.Skip(1))
            {
                try
                {
                    var reader = new PayloadReader(SegmentFormat.Payload(_segment.ReadFrame(record)));
                    reader.ReadByte();
                    reader.ReadRequiredText();
                    reader.ReadLong();
                    reader.ReadNumber();
                    StepCodec.AppendSteps(ref reader, reader.ReadNumber(), tree);
                }
                catch (Exception e) when (e is InvalidDataException or InvalidOperationException or ArgumentException)
                {
                    throw SegmentScan.Damaged(_segment.Name, record.Offset, e.Message);
                }
            }

            return known.Steps;
        }
    }

    /// <summary>Makes appended steps durable; returns when they are.</summary>
    /// <param name="tree">The tree they were appended to.</param>
    /// <param name="steps">One expansion's steps, in order; they follow those appended before.</param>
    /// <param name="generatedTokens">Tokens this start has generated by now, for whatever tree.</param>
    /// <exception cref="JournalException">They could not be written, now or at an earlier append.</exception>
    public async Task AppendAsync(ReasoningTree tree, IReadOnlyList<ReasoningStep> steps, long generatedTokens)
    {
        var total = GeneratedBefore + generatedTokens;
        var frames = new List<byte[]>(2);
        JournalTree? known;
        lock (_gate)
        {
            if (!_trees.TryGetValue(tree.Id, out known))
            {
                _trees[tree.Id] = known = new JournalTree(new TreeStart(tree.Id, tree.Problem.Id, tree.Problem.ContentHash));
                frames.Add(Frame(writer => StepCodec.WriteStart(writer, known.Start)));
            }

            if (steps[0].Id != known.Steps + 1)
            {
                throw new InvalidOperationException($"Step {steps[0].Id} of tree {tree.Id} was reported after step {known.Steps}.");
            }

            known.Steps += steps.Count;
            _generatedTokens = Math.Max(_generatedTokens, total);
        }

        frames.Add(Frame(writer => StepCodec.WriteSteps(writer, tree.Id, steps, total)));
        var pending = new PendingAppend(known, frames);
        if (!_queue.Writer.TryWrite(pending))
        {
            throw new JournalException($"{_segment.Name}: is closed.", _failure ?? new ObjectDisposedException(nameof(RunJournal)));
        }

        await pending.Durable.ConfigureAwait(false);
    }

    /// <summary>Lets go of a tree whose problem is committed.</summary>
    public void Release(string treeId)
    {
        lock (_gate)
        {
            _trees.Remove(treeId);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _writing.ConfigureAwait(false);
        _segment.Dispose();
    }

    private static byte[] Frame(Action<PayloadWriter> write)
    {
        var writer = new PayloadWriter();
        write(writer);
        return SegmentFormat.Frame(writer.Written);
    }

    private static byte[] Tokens(long generated) => Frame(writer => StepCodec.WriteTokens(writer, generated));

    private static void DeleteOlder(string folder, int number)
    {
        foreach (var older in Segment.Numbers(folder).Where(other => other < number))
        {
            File.Delete(Path.Combine(folder, Segment.FileName(older)));
        }
    }

    private async Task WriteAsync()
    {
        var batch = new List<PendingAppend>();
        while (await _queue.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            batch.Clear();
            for (var bytes = 0; bytes < MaxBatchBytes && _queue.Reader.TryRead(out var pending); bytes += pending.Frames.Sum(frame => frame.Length))
            {
                batch.Add(pending);
            }

            try
            {
                Write(batch);
                batch.ForEach(pending => pending.Complete());
                batch.Clear();
                ReplaceWhenGrown();
            }
            catch (Exception e)
            {
                _failure ??= e is IOException or UnauthorizedAccessException ? new JournalException($"{_segment.Name}: cannot be written: {e.Message}", e) : e;
                batch.ForEach(pending => pending.Fail(_failure));
            }
        }
    }

    private void Write(List<PendingAppend> batch)
    {
        if (_failure is not null)
        {
            throw _failure;
        }

        _crashPoints.Reach(FarmCrashPoint.RecordsWaiting);
        var at = _segment.Length;
        _segment.Append(batch.SelectMany(pending => pending.Frames).ToList());
        _crashPoints.Reach(FarmCrashPoint.RecordsWritten);
        _segment.Flush();
        _crashPoints.Reach(FarmCrashPoint.RecordsFlushed);
        lock (_gate)
        {
            foreach (var pending in batch)
            {
                foreach (var frame in pending.Frames)
                {
                    pending.Tree.Records.Add(new RecordPosition(at, frame.Length));
                    at += frame.Length;
                }
            }
        }
    }

    private void ReplaceWhenGrown()
    {
        if (_segment.Length < _replaceAt)
        {
            return;
        }

        lock (_gate)
        {
            var old = _segment;
            // A tree whose first record is still queued has no positions yet; its records go to the new segment as they arrive.
            _segment = Segment.Begin(_folder, old.Number + 1, _configHash, Tokens(_generatedTokens), old, _trees.Values, _crashPoints);
            old.Dispose();
            _replaceAt = Math.Max(_options.SegmentBytes, 2 * _segment.Length);
        }

        DeleteOlder(_folder, _segment.Number);
    }
}
