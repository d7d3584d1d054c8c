using SynthFarm.Corpus.Durability;
using SynthFarm.Corpus.Publishing;
using SynthFarm.Corpus.Schemas;
using SynthFarm.Corpus.Store;
using SynthFarm.Corpus.Trees;

namespace SynthFarm.Corpus.Checking;

/// <summary>Walks the rows of the thought configs beside the trees they came from; both are in the order of the problem ids.</summary>
internal static class ThoughtCheck
{
    private static readonly string[] _columns = ["messages", "id", "problem_id", "tree_id", "leaf_id", "split", "verdict", "answer", "segments", "schema_version"];

    public static void Run(CheckLog log, SnapshotManifest manifest)
    {
        if (manifest.LeftOut.Contains(ConfigNames.Trees))
        {
            return;
        }

        var treeSplits = manifest.Configs.FirstOrDefault(c => c.Name == ConfigNames.Trees)?.Splits ?? [];
        foreach (var config in manifest.Configs.Where(c => c.Name is ConfigNames.Sft or ConfigNames.Shortcut))
        {
            foreach (var split in config.Splits)
            {
                var trees = treeSplits.FirstOrDefault(s => s.Name == split.Name)?.Shards ?? [];

                // Rows can be judged only beside their trees; damage to those is a finding already.
                if (!trees.Concat(split.Shards).Any(log.IsDamaged))
                {
                    Check(log, split, trees);
                }
            }
        }
    }

    private static void Check(CheckLog log, SnapshotSplit split, IReadOnlyList<string> treeShards)
    {
        using var trees = new TreeCursor(treeShards.SelectMany(shard => TreeAssembler.Assemble(
            ParquetRows.Read(FilePaths.Resolve(log.Directory, shard), shard, TreeSchema.Schema), shard)));
        foreach (var shard in split.Shards)
        {
            log.Guard(shard, () =>
            {
                var number = 0;
                foreach (var row in ParquetRows.Read(FilePaths.Resolve(log.Directory, shard), shard, ThoughtSchema.Map.Schema, _columns))
                {
                    var finished = trees.Find(row.Get<string>("problem_id"), row.Get<string>("tree_id"));
                    var check = new ThoughtRowCheck(row, finished, split.Name, log.Options.Judges);
                    foreach (var fault in check.Faults())
                    {
                        log.Damage(shard, fault, $"row {number}, id {row.Get<string>("id")}");
                    }

                    log.AnswersConfirmed += check.IsAnswerConfirmed ? 1 : 0;
                    number++;
                }
            });
        }
    }

    /// <summary>Goes forward through trees that are sorted by problem id.</summary>
    private sealed class TreeCursor(IEnumerable<FinishedProblem> trees) : IDisposable
    {
        private readonly IEnumerator<FinishedProblem> _trees = trees.GetEnumerator();
        private readonly List<FinishedProblem> _ofProblem = [];
        private bool _isBegun;
        private bool _isAtEnd;

        public FinishedProblem? Find(string problemId, string treeId)
        {
            if (_ofProblem.Count == 0 || _ofProblem[0].Problem.Id != problemId)
            {
                MoveTo(problemId);
            }

            return _ofProblem.Find(f => f.Tree!.Id == treeId);
        }

        public void Dispose() => _trees.Dispose();

        private void MoveTo(string problemId)
        {
            _ofProblem.Clear();
            if (!_isBegun)
            {
                _isBegun = true;
                Next();
            }

            while (!_isAtEnd && string.CompareOrdinal(_trees.Current.Problem.Id, problemId) < 0)
            {
                Next();
            }

            while (!_isAtEnd && _trees.Current.Problem.Id == problemId)
            {
                _ofProblem.Add(_trees.Current);
                Next();
            }
        }

        private void Next() => _isAtEnd = !_trees.MoveNext();
    }
}
