using SynthFarm.Core.Reasoning;
using SynthFarm.Corpus.Store;

namespace SynthFarm.Corpus.Trees;

/// <summary>One step on its way into a row, with the problem and run it belongs to.</summary>
internal readonly record struct TreeStep(FinishedProblem Finished, CorpusLineage Lineage, ReasoningStep Step)
{
    public ReasoningTree Tree => Finished.Tree!;

    public StepStatistics Statistics => Tree.Statistics(Step.Id);
}
