using SynthFarm.Inference.Decoding;

namespace SynthFarm.Inference.Engine;

/// <summary>
/// Decides which waiting job starts: the first in line, once its sequences and, at worst, its memory fit beside the others'. A job whose
/// prefix another job is just computing stands aside until it can take it over.
/// </summary>
internal sealed class EngineAdmission(PrefixCache cache, int capacity, int maxSequences)
{
    private int _committedBlocks;
    private int _sequences;

    /// <summary>Positions that started jobs found computed.</summary>
    public long PositionsReused { get; private set; }

    /// <summary>Starts what can be started.</summary>
    public void Admit(List<EngineJob> waiting, List<EngineJob> active)
    {
        for (int i = 0; i < waiting.Count;)
        {
            EngineJob job = waiting[i];
            bool fits = active.Count == 0 || _sequences + job.Width <= maxSequences;
            if (!fits || _committedBlocks + job.BlocksNeeded > capacity)
                return;
            if (MustWait(job, active))
            {
                i++;
                continue;
            }

            waiting.RemoveAt(i);
            active.Add(job);
            _sequences += job.Width;
            _committedBlocks += job.BlocksNeeded;
            KvSequence sequence = cache.Match(job.Tokens, job.MostReused);
            PositionsReused += sequence.Length;
            job.Start(sequence);
        }
    }

    /// <summary>Gives back what a job was granted.</summary>
    public void Leave(EngineJob job)
    {
        _sequences -= job.Width;
        _committedBlocks -= job.BlocksNeeded;
    }

    /// <summary>
    /// Whether an active job is still computing positions this one needs. Those computed already are put in the cache for it.
    /// </summary>
    private bool MustWait(EngineJob job, List<EngineJob> active)
    {
        ReadOnlySpan<int> tokens = job.Tokens.AsSpan(0, job.MostReused);
        int cached = cache.MatchLength(tokens);
        bool wait = false;
        foreach (EngineJob other in active)
        {
            int common = tokens.CommonPrefixLength(other.Tokens);
            if (common <= cached)
                continue;
            if (other.Branches.Find(branch => branch.Sequence.Length >= common) is { } branch)
            {
                cache.Insert(tokens[..common], branch.Sequence.Fork(common));
                cached = cache.MatchLength(tokens);
            }
            else
            {
                wait = true;
            }
        }

        return wait;
    }
}
