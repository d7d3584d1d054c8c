using SynthFarm.Core.Answers;
using SynthFarm.Core.Problems;
using SynthFarm.Core.Problems.Countdown;
using SynthFarm.Core.Randomness;
using SynthFarm.Inference.Training;
using SynthFarm.TinyModels.Recipe;

namespace SynthFarm.TinyModels.Tests.Recipe;

public class SolverSourceTests
{
    [Fact]
    public void FillBatch_is_a_function_of_step_and_seed()
    {
        Assert.Equal(Texts(step: 5, seed: 1), Texts(step: 5, seed: 1));
        Assert.NotEqual(Texts(step: 5, seed: 1), Texts(step: 6, seed: 1));
        Assert.NotEqual(Texts(step: 5, seed: 1), Texts(step: 5, seed: 2));
    }

    [Fact]
    public void Problem_rows_end_in_a_correct_answer_and_have_loss_on_the_response_only()
    {
        var tokenizer = TinyTokenizer.Build();
        var countdown = ProblemFamilies.Find("countdown")!;
        foreach (var row in Batch(new SolverMixture { FactShare = 0, Parts = [new("countdown", 3, 5, 1)] }, step: 1, seed: 1))
        {
            var prompt = row.LossWeights.TakeWhile(w => w == 0).Count();
            Assert.All(row.LossWeights[prompt..], w => Assert.Equal(1f, w));
            var statement = tokenizer.Decode(row.Tokens.AsSpan(0, prompt)).TrimEnd('\n');
            var response = tokenizer.Decode(row.Tokens.AsSpan(prompt, row.Tokens.Length - prompt - 1));
            var problem = CountdownTask.ReadStatement(statement)!.ToProblem();
            Assert.Equal(Verdict.Correct, countdown.Answers.Check(problem, countdown.Answers.Extract(response)!).Verdict);
        }
    }

    [Fact]
    public void Held_out_targets_are_never_drawn()
    {
        var random = new StableRandom(3);
        for (var i = 0; i < 300; i++)
        {
            var (statement, _) = SolvedProblems.Draw(random, new("countdown", 3, 4, 1), FamilySplit.Train);
            Assert.False(CountdownGenerator.IsHeldOut(CountdownTask.ReadStatement(statement)!.Target));
        }
    }

    [Fact]
    public void Fact_rows_hold_true_facts_and_have_loss_on_results_only()
    {
        var tokenizer = TinyTokenizer.Build();
        foreach (var row in Batch(new SolverMixture { FactShare = 1 }, step: 1, seed: 1))
        {
            Assert.Equal(8, row.LossWeights.Sum());
            foreach (var fact in tokenizer.Decode(row.Tokens).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                var parts = fact.Split(' ');
                var (a, b, c) = (int.Parse(parts[0]), int.Parse(parts[2]), int.Parse(parts[4]));
                Assert.Equal(c, parts[1] switch { "+" => a + b, "-" => a - b, "*" => a * b, _ => a / b });
                Assert.True(parts[1] != "/" || a % b == 0);
            }
        }
    }

    private static List<TrainingExample> Batch(SolverMixture mixture, long step, ulong seed)
    {
        var rows = new List<TrainingExample>();
        new SolverSource(TinyTokenizer.Build(), mixture).FillBatch(step, seed, 40, rows);
        return rows;
    }

    private static List<string> Texts(long step, ulong seed)
    {
        var tokenizer = TinyTokenizer.Build();
        return Batch(new SolverMixture(), step, seed).ConvertAll(row => tokenizer.Decode(row.Tokens));
    }
}
