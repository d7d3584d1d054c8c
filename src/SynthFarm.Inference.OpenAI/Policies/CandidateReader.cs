using SynthFarm.Core.Models;
using SynthFarm.Inference.OpenAI.Addresses;
using SynthFarm.Inference.OpenAI.Exchanges;

namespace SynthFarm.Inference.OpenAI.Policies;

/// <summary>Makes a candidate of a choice.</summary>
internal static class CandidateReader
{
    /// <exception cref="ModelException">The server tells no tokens where it was asked to.</exception>
    public static StepCandidate Read(ServedChoice choice, StepRequest request, ServedAddress address)
    {
        if (address.HasExtras && choice.TokenIds.Count == 0 && choice.Text.Length > 0)
        {
            throw new ModelException($"{address.Model}: its server tells no token_ids. Where it is not vLLM or engine serve, use server=openai.");
        }

        var finish = choice.Finish switch
        {
            "length" => StepFinish.Length,
            ServedChoice.Cut => StepFinish.Delimiter,
            _ when choice.StopText is not null && !request.ToEnd => StepFinish.Delimiter,
            _ => StepFinish.EndOfText,
        };
        return new StepCandidate(choice.Text, Tokens(choice), MeanLogProb(choice), finish);
    }

    /// <summary>The tokens; where the server tells none, as many numbers as there are, from 0, so that budgets count what was written.</summary>
    private static IReadOnlyList<int> Tokens(ServedChoice choice) => choice.TokenIds.Count > 0
        ? choice.TokenIds
        : [.. Enumerable.Range(0, Math.Max(1, choice.LogProbs.Count > 0 ? choice.LogProbs.Count : choice.Pieces))];

    private static float MeanLogProb(ServedChoice choice) => choice.LogProbs.Count == 0 ? 0 : Math.Min(0, (float)choice.LogProbs.Average());
}
