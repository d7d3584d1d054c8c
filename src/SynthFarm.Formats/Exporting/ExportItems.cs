using SynthFarm.Core.Problems;
using SynthFarm.Corpus.Publishing;
using SynthFarm.Corpus.Store;
using SynthFarm.Formats.Faults;
using SynthFarm.Formats.Json;
using SynthFarm.Formats.Sources;
using SynthFarm.Formats.Sources.Compression;
using SynthFarm.Formats.Sources.JsonText;

namespace SynthFarm.Formats.Exporting;

/// <summary>Reads what is exported: the problems of a file in its order, or those of a run or snapshot by id, with one tree in memory at a time.</summary>
internal static class ExportItems
{
    /// <summary>Whether a path is a run directory or a snapshot rather than a file.</summary>
    public static bool HasTrees(string path) => Directory.Exists(path);

    /// <param name="scratch">A folder for merged parts; left to the caller to remove.</param>
    /// <exception cref="Corpus.CorpusException">While enumerating: the folder is neither run nor snapshot, or damaged.</exception>
    /// <exception cref="ImportException">While enumerating: the problem file cannot be read, or has faults; all are told, up to the limit.</exception>
    public static IEnumerable<ExportItem> Read(ExportRequest request, string scratch) => !HasTrees(request.Input) ? ReadProblems(request)
        : File.Exists(Path.Combine(request.Input, SnapshotManifest.FileName))
            ? SnapshotTrees.Read(request.Input).Select(finished => new ExportItem(finished.Problem, finished.Tree))
            : CorpusReader.Open(request.Input).ReadSorted(scratch).Where(finished => request.Includes?.Invoke(finished.Problem) != false)
                .Select(finished => new ExportItem(finished.Problem, finished.Tree));

    private static IEnumerable<ExportItem> ReadProblems(ExportRequest request)
    {
        var (file, faults) = (new SourceFile(request.Input), new FaultLog(request.MaxFaults));
        using var bytes = new ByteReader(InputStream.Open(request.Input, new InputLimits()));
        foreach (var piece in SourceGuard.Read(new LinePieces(bytes, ProblemLineParser.DefaultMaxBytes).Read(mark: 0), file, faults))
        {
            if (Parse(piece, file, faults) is { } problem)
            {
                yield return new ExportItem(problem, null);
            }

            if (faults.IsFull)
            {
                break;
            }
        }

        if (faults.Count > 0)
        {
            throw new ImportException(faults.Faults, isComplete: !faults.IsFull);
        }
    }

    private static Problem? Parse(JsonPiece piece, SourceFile file, FaultLog faults)
    {
        if (piece.Fault is { } fault)
        {
            faults.Add(ImportFault.At(file, piece.Position, "", fault));
            return null;
        }

        var line = ProblemLineParser.Parse(piece.Bytes.Span, (int)Math.Min(piece.Position.Line, int.MaxValue));
        foreach (var found in line.Faults)
        {
            faults.Add(ImportFault.At(file, new RecordPosition(found.Line, found.Column), found.Field, found.Message));
        }

        return line.Problem;
    }
}
