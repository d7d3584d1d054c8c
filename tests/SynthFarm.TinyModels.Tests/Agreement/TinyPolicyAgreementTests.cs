using SynthFarm.Inference.Training;
using SynthFarm.Inference.Weights;
using SynthFarm.TestKit.Llama;
using SynthFarm.TinyModels.Recipe;

namespace SynthFarm.TinyModels.Tests.Agreement;

public class TinyPolicyAgreementTests
{
    private const int Sequences = 200;
    private const int Length = 64;

    [Fact]
    public void Shipped_policy_says_what_it_says_in_llama_cpp()
    {
        Assert.SkipWhen(LlamaLibrary.Missing is not null, LlamaLibrary.Missing ?? "");
        TestKit.Llama.Agreement agreement = LlamaAgreement.Of(LlamaWeights.Load(TinyModelFiles.Policy), SolvedProblemTokens());
        Assert.Equal(Sequences * Length, agreement.Positions);
        Assert.InRange(agreement.LargestError, 0, 1e-4);
        Assert.InRange(agreement.SameShare, 0.995, 1);
    }

    /// <summary>Solved problems one after another, cut into sequences.</summary>
    private static List<int[]> SolvedProblemTokens()
    {
        var rows = new List<TrainingExample>();
        new SolverSource(TinyTokenizer.Build(), new SolverMixture()).FillBatch(step: 0, seed: 7, count: 1000, rows);
        List<int[]> sequences = [.. rows.SelectMany(row => row.Tokens.ToArray()).Chunk(Length).Take(Sequences)];
        Assert.Equal(Sequences, sequences.Count);
        return sequences;
    }
}
