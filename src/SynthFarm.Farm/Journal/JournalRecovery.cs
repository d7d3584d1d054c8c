namespace SynthFarm.Farm.Journal;

/// <summary>Finds the segment that counts and what it holds.</summary>
internal static class JournalRecovery
{
    /// <summary>
    /// Opens the newest complete segment. A newer one too short for its header was cut off before anything was acknowledged in it, and is
    /// passed over with a notice.
    /// </summary>
    /// <exception cref="JournalException">The header is damaged or of another run.</exception>
    public static Segment? Newest(string folder, string configHash, Action<string> notice)
    {
        foreach (var number in Segment.Numbers(folder))
        {
            var segment = Segment.Open(folder, number);
            if (segment.Length >= SegmentFormat.HeaderSize)
            {
                var header = new byte[SegmentFormat.HeaderSize];
                SegmentScan.Read(segment.File, header, 0, segment.Name);
                if (SegmentFormat.HeaderFault(header, number, configHash) is { } fault)
                {
                    segment.Dispose();
                    throw new JournalException($"{segment.Name}: the header at offset 0 is damaged: {fault}.");
                }

                return segment;
            }

            notice($"{segment.Name}: {segment.Length} bytes of an unfinished header were cut off.");
            segment.Dispose();
        }

        return null;
    }

    /// <summary>Collects the trees of a segment that are still wanted; the rest is left behind with the old segment.</summary>
    /// <returns>The trees, and how many tokens the run's starts had generated when the last record was written.</returns>
    public static (Dictionary<string, JournalTree> Trees, long GeneratedTokens) Contents(Segment segment, Func<TreeStart, bool> isWanted, Action<string> notice)
    {
        var tokens = 0L;
        var trees = new Dictionary<string, JournalTree>(StringComparer.Ordinal);
        var unwanted = new HashSet<string>(StringComparer.Ordinal);
        var end = SegmentScan.Records(segment.File, segment.Name, (position, frame) =>
        {
            try
            {
                Add(SegmentFormat.Payload(frame), position);
            }
            catch (InvalidDataException e)
            {
                throw SegmentScan.Damaged(segment.Name, position.Offset, e.Message);
            }
        });
        if (end < segment.Length)
        {
            notice($"{segment.Name}: {segment.Length - end} bytes of an unfinished record at offset {end} were cut off.");
        }

        return (trees, tokens);

        void Add(ReadOnlySpan<byte> payload, RecordPosition position)
        {
            var reader = new PayloadReader(payload);
            var kind = (RecordKind)reader.ReadByte();
            if (kind == RecordKind.TokensGenerated)
            {
                tokens = Math.Max(tokens, reader.ReadLong());
                return;
            }

            var treeId = reader.ReadRequiredText();
            if (kind == RecordKind.StepsAppended)
            {
                tokens = Math.Max(tokens, reader.ReadLong());
            }

            if (kind == RecordKind.TreeStarted)
            {
                var start = new TreeStart(treeId, reader.ReadRequiredText(), reader.ReadRequiredText());
                if (!isWanted(start))
                {
                    unwanted.Add(treeId);
                }
                else if (!trees.TryAdd(treeId, new JournalTree(start) { Records = [position] }))
                {
                    throw new InvalidDataException($"tree {treeId} is started a second time");
                }
            }
            else if (kind != RecordKind.StepsAppended)
            {
                throw new InvalidDataException($"records of kind {(byte)kind} are not known");
            }
            else if (trees.TryGetValue(treeId, out var tree))
            {
                var first = reader.ReadNumber();
                if (first != tree.Steps + 1)
                {
                    throw new InvalidDataException($"step {first} of tree {treeId} follows step {tree.Steps}");
                }

                tree.Steps += reader.ReadNumber();
                tree.Records.Add(position);
            }
            else if (!unwanted.Contains(treeId))
            {
                throw new InvalidDataException($"tree {treeId} was never started");
            }
        }
    }
}
