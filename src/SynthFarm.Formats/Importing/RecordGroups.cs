using SynthFarm.Formats.Spooling;

namespace SynthFarm.Formats.Importing;

/// <summary>Brings the records of one problem together. Memory is bounded also where a whole file tells of one problem.</summary>
/// <param name="keepsEqual">Whether a record that repeats the first byte for byte counts as one more solution; else it is a duplicate.</param>
internal sealed class RecordGroups(RecordIntake intake, ImportTally tally, bool keepsEqual)
{
    /// <summary>Records of one problem beyond this many bytes are left out.</summary>
    private const long MaxBytes = 64 << 20;

    private static readonly string _tooMany = $"more than {MaxBytes >> 20} MiB of records tell of the problem";

    /// <summary>The records of each problem, and the number of the first.</summary>
    public IEnumerable<(long Sequence, IReadOnlyList<ReadRecord> Records)> Read(Spool records)
    {
        var group = new List<ReadRecord>();
        var (key, sequence, bytes, first) = (UInt128.Zero, 0L, 0L, Array.Empty<byte>());
        foreach (var entry in records.Sorted())
        {
            if (group.Count > 0 && entry.Key != key)
            {
                yield return (sequence, group);
                group = [];
            }

            var json = RecordIntake.Json(entry);
            if (group.Count == 0)
            {
                (key, sequence, bytes, first) = (entry.Key, entry.Sequence, 0, json.ToArray());
            }
            else if (!keepsEqual && json.SequenceEqual(first))
            {
                tally.Duplicates++;
                continue;
            }

            bytes += json.Length;
            if (bytes > MaxBytes && group.Count > 0)
            {
                tally.LeftOut(_tooMany);
                continue;
            }

            group.Add(intake.Restore(entry));
        }

        if (group.Count > 0)
        {
            yield return (sequence, group);
        }
    }
}
