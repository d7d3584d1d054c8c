using SynthFarm.Core.Models;
using SynthFarm.Core.Problems;
using SynthFarm.Core.Randomness;
using SynthFarm.Core.Reasoning;
using SynthFarm.Core.Search;
using SynthFarm.Corpus.Durability;
using SynthFarm.Corpus.Rows;
using SynthFarm.Corpus.Store;
using SynthFarm.Farm.Durability;
using SynthFarm.Farm.Journal;
using SynthFarm.Farm.Progress;
using SynthFarm.Farm.Specification;

namespace SynthFarm.Farm.Pipeline;

/// <summary>
/// Takes one problem from its text to its end: rebuilds what the journal holds of its tree, lets the search go on from there, journals
/// every expansion before the next, and decides the outcome.
/// </summary>
internal sealed class ProblemSearch
{
    public required RunSpec Spec { get; init; }

    public required string ConfigHash { get; init; }

    public required IPolicyModel Policy { get; init; }

    public required IProcessRewardModel Reward { get; init; }

    public required ITreeSearch Search { get; init; }

    public required ProblemJudges Judges { get; init; }

    public required RunJournal Journal { get; init; }

    public required RunMeter Meter { get; init; }

    public required ICrashPoints CrashPoints { get; init; }

    /// <summary>Only <see cref="SearchBudget.MaxSeconds"/> asks it.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>Grows the problem's tree to its end.</summary>
    /// <param name="stop">Ends the search after its next durable expansion.</param>
    /// <param name="abort">Ends it at once.</param>
    /// <returns>The finished problem; null when it was stopped before its end.</returns>
    /// <exception cref="StorageException">The run's own storage failed; the inner exception is the cause.</exception>
    public async Task<FinishedProblem?> RunAsync(Problem problem, CancellationToken stop, CancellationToken abort)
    {
        var answers = Judges.Answers(problem);
        var tree = new ReasoningTree(ReasoningTreeId.Create(problem.ContentHash, ConfigHash, Spec.Round, 0), problem);
        Stored(() =>
        {
            Journal.Restore(tree);
            CrashPoints.Reach(FarmCrashPoint.SearchStarting);
        });
        var context = new SearchContext
        {
            Policy = Policy,
            Reward = Reward,
            Answers = answers,
            Steps = Judges.Steps(problem),
            Budget = Spec.Budget,
            Sampling = Spec.Sampling,
            Seed = new Seed(Spec.Seed),
            Round = Spec.Round,
            IsOutOfTime = TimeLimit(),
            ExpandedAsync = (steps, _) => JournalAsync(tree, steps, stop),
        };
        var finished = new FinishedProblem { Problem = problem, Tree = tree, Outcome = ProblemOutcome.Failed, Verifier = answers.Version };
        try
        {
            var end = await Search.GrowAsync(tree, context, abort).ConfigureAwait(false);
            var outcome = tree.CorrectLeaves().Any() ? ProblemOutcome.Accepted : ProblemOutcome.Exhausted;
            finished = finished with { Outcome = outcome, SearchEnd = end };
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested || abort.IsCancellationRequested)
        {
            return null;
        }
        catch (ModelException e)
        {
            finished = finished with { Reason = e.Message };
        }
        catch (Exception e) when (e is not StorageException)
        {
            // A defect that one problem brings to light must not take the other problems with it; it is told and counted.
            finished = finished with { Reason = $"internal error: {e.GetType().Name}: {e.Message}" };
        }

        Stored(() => CrashPoints.Reach(FarmCrashPoint.SearchEnded));
        return finished;
    }

    private Func<bool>? TimeLimit()
    {
        var begun = Clock.GetTimestamp();
        return Spec.Budget.MaxSeconds == 0 ? null : () => Clock.GetElapsedTime(begun).TotalSeconds >= Spec.Budget.MaxSeconds;
    }

    private async ValueTask JournalAsync(ReasoningTree tree, IReadOnlyList<ReasoningStep> steps, CancellationToken stop)
    {
        Meter.Appended(steps.Count);
        try
        {
            CrashPoints.Reach(FarmCrashPoint.StepsGenerated);
            using (Meter.Begin(Activity.Journal))
            {
                await Journal.AppendAsync(tree, steps, Meter.GeneratedTokens).ConfigureAwait(false);
            }

            CrashPoints.Reach(FarmCrashPoint.StepsJournalled);
        }
        catch (Exception e)
        {
            throw new StorageException(e);
        }

        stop.ThrowIfCancellationRequested();
    }

    private static void Stored(Action action)
    {
        try
        {
            action();
        }
        catch (Exception e)
        {
            throw new StorageException(e);
        }
    }
}
