using SynthFarm.Corpus.Durability;
using SynthFarm.Corpus.Schemas;
using SynthFarm.Corpus.Trees;
using SynthFarm.Parquet.Rows;

namespace SynthFarm.Corpus.Store;

/// <summary>Reads a part back, problem by problem in the order of their ids.</summary>
internal sealed class PartReader(string runDirectory)
{
    /// <summary>The problems of a part with their trees. Holds one tree and one row group of each file at a time.</summary>
    /// <exception cref="CorpusException">A file is missing or damaged, or its files do not fit together; the message names it.</exception>
    public IEnumerable<FinishedProblem> Read(LivePart part)
    {
        using var trees = (part.Trees is { } file ? TreeAssembler.Assemble(Rows(file, TreeSchema.Schema), file.Path) : []).GetEnumerator();
        foreach (var row in Rows(part.Problems, ProblemSchema.Schema))
        {
            var (summary, finished) = ProblemRow.Read(row, part.Problems.Path);
            if (finished is not null)
            {
                yield return finished;
            }
            else if (trees.MoveNext() && trees.Current.Problem.Id == summary.ProblemId && trees.Current.Tree!.Id == summary.TreeId)
            {
                yield return trees.Current;
            }
            else
            {
                throw new CorpusException($"{part.Trees?.Path ?? part.Problems.Path}: the tree {summary.TreeId} of problem \"{summary.ProblemId}\" is not in its place.");
            }
        }

        if (trees.MoveNext())
        {
            throw new CorpusException($"{part.Trees!.Path}: the tree {trees.Current.Tree!.Id} belongs to no problem of {part.Problems.Path}.");
        }
    }

    /// <summary>The problems of a part without their trees.</summary>
    public IEnumerable<ProblemSummary> ReadSummaries(LivePart part)
        => Rows(part.Problems, ProblemSchema.Schema).Select(row => ProblemRow.Read(row, part.Problems.Path).Summary);

    private IEnumerable<ParquetRow> Rows(FileEntry file, Parquet.Schema.ParquetSchema schema)
        => ParquetRows.Read(FilePaths.Resolve(runDirectory, file.Path), file.Path, schema);
}
