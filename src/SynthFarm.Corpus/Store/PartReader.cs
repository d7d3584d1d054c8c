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
        foreach (var row in Rows(part.Problems, IsEarlier(part) ? ProblemSchema.Earlier : ProblemSchema.Schema))
        {
            var (id, treeId) = (row.Get<string>("problem_id"), row.Get<string?>("tree_id"));
            if (treeId is null)
            {
                yield return ProblemRow.WithoutTree(row, part.Problems.Path);
            }
            else if (trees.MoveNext() && trees.Current.Problem.Id == id && trees.Current.Tree!.Id == treeId)
            {
                yield return trees.Current;
            }
            else
            {
                throw new CorpusException($"{part.Trees?.Path ?? part.Problems.Path}: the tree {treeId} of problem \"{id}\" is not in its place.");
            }
        }

        if (trees.MoveNext())
        {
            throw new CorpusException($"{part.Trees!.Path}: the tree {trees.Current.Tree!.Id} belongs to no problem of {part.Problems.Path}.");
        }
    }

    /// <summary>What is known of the problems of a part without their trees, which are read only when the part is of an earlier version.</summary>
    public IEnumerable<ProblemSummary> ReadSummaries(LivePart part)
        => IsEarlier(part) ? Read(part).Select(ProblemSummary.Of) : Rows(part.Problems, ProblemSchema.Schema).Select(ProblemRow.Summary);

    private bool IsEarlier(LivePart part)
        => ParquetRows.SchemaOf(FilePaths.Resolve(runDirectory, part.Problems.Path), part.Problems.Path).Equals(ProblemSchema.Earlier);

    private IEnumerable<ParquetRow> Rows(FileEntry file, Parquet.Schema.ParquetSchema schema)
        => ParquetRows.Read(FilePaths.Resolve(runDirectory, file.Path), file.Path, schema);
}
