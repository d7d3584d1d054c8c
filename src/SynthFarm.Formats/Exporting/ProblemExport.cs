using SynthFarm.Formats.Exporting.Sinks;
using SynthFarm.Formats.Faults;
using SynthFarm.Formats.Json;
using SynthFarm.Formats.Records;

namespace SynthFarm.Formats.Exporting;

/// <summary>Exports problems, and trees where a format holds solutions, to a published format. Streams; nothing is in its place before all is written.</summary>
public static class ProblemExport
{
    /// <summary>Exports.</summary>
    /// <exception cref="ImportException">The input or output cannot be used, or the problem file has faults.</exception>
    /// <exception cref="Corpus.CorpusException">The run or snapshot is damaged, or the folder is neither.</exception>
    public static ExportReport Run(ExportRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var format = FormatRegistry.Get(request.Format);
        if (!format.WritesProblems && !ExportItems.HasTrees(request.Input))
        {
            throw new ImportException($"{request.Input}: is no folder; {format.Name} holds solutions and is written from a run directory or a snapshot.");
        }

        var scratch = request.Output + ".tmp-scratch";
        try
        {
            return Run(request, format, scratch, cancellationToken);
        }
        finally
        {
            if (Directory.Exists(scratch))
            {
                Directory.Delete(scratch, recursive: true);
            }
        }
    }

    private static ExportReport Run(ExportRequest request, ProblemFormat format, string scratch, CancellationToken cancellationToken)
    {
        var (losses, leftOut) = (new LossLog(), new SortedDictionary<string, long>(StringComparer.Ordinal));
        var (problems, written, restored) = (0L, 0L, 0L);
        var counter = new ExportLosses(format, request.Fields, losses);
        var writer = format.Writer(request.Fields);
        using var sink = RecordSinks.Create(format, request.Output, losses);
        foreach (var item in ExportItems.Read(request, scratch))
        {
            cancellationToken.ThrowIfCancellationRequested();
            problems++;
            var again = Restored(item, format, writer);
            var chosen = again.Count > 0 ? [] : Chosen(item, format, losses);
            foreach (var record in again.Concat(chosen.Select(writer.Write)))
            {
                sink.Add(record);
                written++;
            }

            restored += again.Count;
            if (again.Count == 0)
            {
                counter.Count(item, chosen);
            }

            if (again.Count + chosen.Count == 0)
            {
                var reason = item.Tree is null ? "no tree" : format.Solutions == SolutionKind.LongThought ? "no correct path" : "no path that ended and can be written";
                leftOut[reason] = leftOut.GetValueOrDefault(reason) + 1;
            }
        }

        sink.Complete();
        return new ExportReport { Format = format.Name, Problems = problems, Records = written, Restored = restored, LeftOut = leftOut, Losses = losses.Losses };
    }

    /// <summary>The records an import of this format made the problem of, as they were; none where it came from elsewhere.</summary>
    private static List<RecordValue> Restored(ExportItem item, ProblemFormat format, IFormatWriter writer)
    {
        if (ImportMemory.Of(RecordJson.OfElement(item.Problem.Meta), format) is not { } memory)
        {
            return [];
        }

        var problem = ImportMemory.WithoutAdded(item.Problem, memory);
        if (ImportMemory.Records(memory) is not { Count: > 0 } records)
        {
            return format.WritesProblems ? [ImportMemory.Restore(writer.Write(new ExportedRecord { Problem = problem, IsImported = true }), memory)] : [];
        }

        return item.Tree is not { } tree ? [] : records
            .Select(record => (Record: record, Steps: ImportMemory.Steps(record, tree.Count)))
            .Where(pair => pair.Steps is not null)
            .Select(pair => ImportMemory.Restore(
                writer.Write(ExportedRecord.OfSteps(tree, [.. pair.Steps!.Select(id => tree[id])], ImportMemory.Form(pair.Record)) with { Problem = problem }), pair.Record))
            .ToList();
    }

    private static List<ExportedRecord> Chosen(ExportItem item, ProblemFormat format, LossLog losses)
    {
        if (item.Tree is not { } tree)
        {
            return format.WritesProblems ? [new ExportedRecord { Problem = item.Problem }] : [];
        }

        var chosen = SolutionChoice.Of(tree, format.Solutions).ToList();
        if (format.NamesFirstError)
        {
            losses.Add("paths", $"{format.Name} names the first wrong step, and nobody judged these steps", chosen.RemoveAll(record => record.FirstWrong is null));
        }

        return chosen;
    }
}
