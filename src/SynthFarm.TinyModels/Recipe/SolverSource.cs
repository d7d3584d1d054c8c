using SynthFarm.Core.Problems;
using SynthFarm.Core.Randomness;
using SynthFarm.Inference.Tokenization;
using SynthFarm.Inference.Training;

namespace SynthFarm.TinyModels.Recipe;

/// <summary>
/// Solved problems of both families, made on the fly: a batch is a function of step and seed, so training can be resumed anywhere and no
/// file is needed. Loss is on the response only. Held-out problems (<see cref="FamilySplit.HeldOut"/>) are never drawn.
/// </summary>
public sealed class SolverSource(Tokenizer tokenizer, SolverMixture mixture) : ITrainingSource<TrainingExample>
{
    private readonly int[] _endOfText = [tokenizer.TokenId(TinyTokenizer.EndOfText)];

    public void FillBatch(long step, ulong seed, int count, List<TrainingExample> into)
    {
        ArgumentNullException.ThrowIfNull(into);
        var random = new Seed(seed).Derive("", SeedPurpose.Training, step).CreateRandom();
        for (var i = 0; i < count; i++)
        {
            into.Add(random.NextDouble() < mixture.FactShare ? FactRow(random) : ProblemRow(random));
        }
    }

    /// <summary>One solved problem as a training row: statement, steps, end of text.</summary>
    internal TrainingExample ProblemRow(StableRandom random)
    {
        var (statement, steps) = SolvedProblems.Draw(random, Draw(random), FamilySplit.Train);
        var prompt = tokenizer.Encode(statement + "\n");
        int[] tokens = [.. prompt, .. steps.SelectMany(step => tokenizer.Encode(step)), .. _endOfText];
        var weights = new float[tokens.Length];
        weights.AsSpan(prompt.Length).Fill(1f);
        return new TrainingExample(tokens, weights);
    }

    private TrainingExample FactRow(StableRandom random)
    {
        var tokens = new List<int>();
        var weights = new List<float>();
        for (var i = 0; i < mixture.FactsPerRow; i++)
        {
            var (question, result) = FactDrills.Draw(random);
            Add(question, 0f);
            Add(result, 1f);
            Add("\n", 0f);
        }

        return new TrainingExample([.. tokens], [.. weights]);

        void Add(string text, float weight)
        {
            foreach (var token in tokenizer.Encode(text))
            {
                tokens.Add(token);
                weights.Add(weight);
            }
        }
    }

    private SolverMixturePart Draw(StableRandom random)
    {
        var at = random.NextDouble() * mixture.Parts.Sum(part => part.Weight);
        foreach (var part in mixture.Parts)
        {
            at -= part.Weight;
            if (at < 0)
            {
                return part;
            }
        }

        return mixture.Parts[^1];
    }
}
