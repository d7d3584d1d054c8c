using System.Globalization;
using SynthFarm.Cli.Models;
using SynthFarm.Core.Models;
using SynthFarm.Core.Problems;
using SynthFarm.Core.Randomness;
using SynthFarm.Farm.Models;

namespace SynthFarm.Cli.Commands.Doctor;

/// <summary>Loads the shipped models, lets the policy take a step and the reward model score it.</summary>
internal static class ModelChecks
{
    private const int Samples = 4;

    public static async Task<IReadOnlyList<Finding>> RunAsync(string policy, string reward, TimeProvider clock, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        RunModels models;
        try
        {
            models = await new ModelFactory().CreateAsync(policy, reward, new(), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is ModelException or IOException)
        {
            return [Finding.Fault("models", e.Message)];
        }

        await using (models)
        {
            var loaded = Finding.Ok("models", Text($"{models.Policy.Identity} and {models.Reward.Identity} loaded in {clock.GetElapsedTime(started).TotalSeconds:F2} s"));
            return [loaded, await StepAsync(models, clock, cancellationToken).ConfigureAwait(false)];
        }
    }

    private static async Task<Finding> StepAsync(RunModels models, TimeProvider clock, CancellationToken cancellationToken)
    {
        var problem = ProblemFamilies.Countdown.Generate(new StableRandom(1), 3, FamilySplit.All);
        var started = clock.GetTimestamp();
        try
        {
            var steps = await models.Policy.ProposeAsync(new StepRequest
            {
                TreeId = "doctor",
                Problem = problem,
                Path = [],
                Seeds = [.. Enumerable.Range(0, Samples).Select(i => new Seed((ulong)i))],
                Sampling = new SamplingOptions(),
                MaxTokens = 64,
            }, cancellationToken).ConfigureAwait(false);
            var rewards = await models.Reward.ScoreAsync(
                new RewardRequest { TreeId = "doctor", Problem = problem, Path = [], Candidates = steps }, cancellationToken).ConfigureAwait(false);
            var best = Enumerable.Range(0, steps.Count).MaxBy(i => rewards[i].Score);
            return steps.Count == 0
                ? Finding.Fault("toy step", "the policy proposed nothing")
                : Finding.Ok("toy step", Text($"\"{steps[best].Text.TrimEnd()}\" scored {rewards[best].Score:F2}; {steps.Count} steps in {clock.GetElapsedTime(started).TotalMilliseconds:F0} ms"));
        }
        catch (ModelException e)
        {
            return Finding.Fault("toy step", e.Message);
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
