using SynthFarm.Core.Models;
using SynthFarm.Core.Randomness;

namespace SynthFarm.TestKit.Models;

/// <summary>A policy that says what a function of the request and the candidate's seed says.</summary>
public sealed class ScriptedPolicyModel(Func<StepRequest, Seed, StepCandidate> script, string identity = "scripted@000000000000") : IPolicyModel
{
    public string Identity { get; } = identity;

    public async Task<IReadOnlyList<StepCandidate>> ProposeAsync(StepRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        await Task.Yield();
        return request.Seeds.Select(seed => script(request, seed)).ToList();
    }

    /// <summary>
    /// Writes steps drawn by seed and, from <paramref name="minDepth"/> steps on, answers with growing probability; an answer is right
    /// with probability <paramref name="skill"/>, otherwise off by one.
    /// </summary>
    public static ScriptedPolicyModel Wandering(double skill = 0.3, int minDepth = 2, string identity = "wandering@000000000000") =>
        new((request, seed) => Wander(request, seed, skill, minDepth), identity);

    /// <summary>A candidate with one token per character and an end token where the text ends.</summary>
    public static StepCandidate Candidate(string text, StepFinish finish, float meanLogProb = -0.5f)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tokens = text.Select(c => (int)c);
        return new StepCandidate(text, (finish == StepFinish.EndOfText ? tokens.Append(0) : tokens).ToArray(), meanLogProb, finish);
    }

    private static StepCandidate Wander(StepRequest request, Seed seed, double skill, int minDepth)
    {
        var random = seed.CreateRandom();
        var depth = request.Path.Count;
        var logProb = (float)-random.NextDouble();
        if (depth < minDepth || random.NextDouble() < 1.0 / (depth + 1))
        {
            return Candidate($"Consider {random.Next(10)}.\n", StepFinish.Delimiter, logProb);
        }

        var answer = random.NextDouble() < skill ? request.Problem.Answer : request.Problem.Answer + "1";
        return Candidate($"Answer: {answer}", StepFinish.EndOfText, logProb);
    }
}
