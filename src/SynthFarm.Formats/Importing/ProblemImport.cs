using SynthFarm.Corpus.Durability;
using SynthFarm.Corpus.Store;
using SynthFarm.Formats.Faults;
using SynthFarm.Formats.Spooling;

namespace SynthFarm.Formats.Importing;

/// <summary>
/// Imports files of a published format: problems into a problem file and, where asked for, solutions into the corpus of a run directory.
/// </summary>
/// <remarks>
/// Two passes in constant memory. The first reads every record and spools it by problem; the second makes the problems, in the order in which
/// they were first met. Nothing is in its place before both are done, and with a fault nothing is written at all.
/// </remarks>
public static class ProblemImport
{
    private const int CommitProblems = 1000;
    private const int CommitSteps = 50_000;
    private const string SpoolSuffix = ".tmp-import";

    /// <summary>Imports.</summary>
    /// <exception cref="ImportException">There are faults and they are not to be skipped, or a file cannot be read.</exception>
    /// <exception cref="ArgumentException">A value of the request is out of bounds.</exception>
    public static async Task<ImportReport> RunAsync(ImportRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        Require(request);
        var format = FormatRegistry.Get(request.Format);
        var (faults, tally) = (new FaultLog(request.MaxFaults), new ImportTally());
        var place = request.Output + SpoolSuffix;
        var partial = request.Output + DurableFiles.TemporarySuffix;
        try
        {
            using var records = new Spool(Path.Combine(place, "records"));
            var intake = new RecordIntake(request, format, format.Reader(request.Fields), faults, tally, records);
            await Task.Run(() => intake.Run(cancellationToken), cancellationToken).ConfigureAwait(false);
            ThrowOnFaults(request, faults);
            using var lines = new Spool(Path.Combine(place, "lines"));
            await MergeAsync(request, format, intake, records, lines, faults, tally, cancellationToken).ConfigureAwait(false);
            ThrowOnFaults(request, faults);
            WriteProblems(lines, partial, request.TreeProblems, tally, cancellationToken);
            File.Move(partial, request.Output, overwrite: true);
        }
        finally
        {
            File.Delete(partial);
            if (Directory.Exists(place))
            {
                Directory.Delete(place, recursive: true);
            }
        }

        return new ImportReport
        {
            Format = format.Name,
            Read = tally.Read,
            Problems = tally.Problems,
            Duplicates = tally.Duplicates,
            Trees = tally.Trees,
            Solutions = tally.Solutions,
            Steps = tally.Steps,
            Answers = tally.Answers,
            LeftOut = tally.LeftOuts,
            Losses = tally.Losses.Losses,
            Faults = faults.Faults,
        };
    }

    private static async Task MergeAsync(
        ImportRequest request, ProblemFormat format, RecordIntake intake, Spool records, Spool lines, FaultLog faults, ImportTally tally, CancellationToken cancellationToken)
    {
        using var corpus = request.TreeDirectory is { } directory ? LiveCorpus.Open(directory, request.Lineage!) : null;
        var merge = new ProblemMerge(request, format, faults, tally);
        var (batch, steps) = (new List<FinishedProblem>(), 0);
        foreach (var (sequence, group) in new RecordGroups(intake, tally, keepsEqual: corpus is not null).Read(records))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (merge.Merge(group) is not { } merged)
            {
                continue;
            }

            // Sorted by where they were first met. The first byte says whether the problem has a gold answer.
            lines.Add(0, sequence, [merged.HasGold ? (byte)1 : (byte)0, .. merged.Line]);
            if (corpus is not null && merged.Finished is { } finished && !(faults.Count > 0 && !request.SkipInvalid))
            {
                batch.Add(finished);
                steps += finished.Tree!.Count;
                if (batch.Count >= CommitProblems || steps >= CommitSteps)
                {
                    await corpus.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
                    (batch, steps) = ([], 0);
                }
            }
        }

        if (corpus is not null && batch.Count > 0)
        {
            await corpus.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
        }
    }

    private static void WriteProblems(Spool lines, string path, string? treeProblems, ImportTally tally, CancellationToken cancellationToken)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16);
        using var all = treeProblems is null ? null : new FileStream(treeProblems, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16);
        foreach (var entry in lines.Sorted())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var line = entry.Payload.Span[1..];
            all?.Write(line);
            all?.WriteByte((byte)'\n');
            if (entry.Payload.Span[0] == 1)
            {
                file.Write(line);
                file.WriteByte((byte)'\n');
                tally.Problems++;
            }
        }

        file.Flush(flushToDisk: true);
    }

    private static void ThrowOnFaults(ImportRequest request, FaultLog faults)
    {
        if (faults.Count > 0 && !request.SkipInvalid)
        {
            throw new ImportException(faults.Faults, isComplete: !faults.IsFull);
        }
    }

    private static void Require(ImportRequest request)
    {
        if (request.Inputs.Count == 0)
        {
            throw new ArgumentException("There is nothing to import; at least one file is needed.", nameof(request));
        }

        if (request.Limits.Validate().FirstOrDefault() is { } fault)
        {
            throw new ArgumentException(fault, nameof(request));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(request.MaxFaults, 1);
        if (request.TreeDirectory is not null && (request.Lineage is null || request.TreeProblems is null))
        {
            throw new ArgumentException("Trees need a lineage and a file for their problems.", nameof(request));
        }
    }
}
