using System.Buffers;
using System.Text;
using SynthFarm.Core.Models;

namespace SynthFarm.Farm.Models;

/// <summary>What a model may hand to the farm. Whatever breaks a record or a row is refused here, by name, before it gets into a tree.</summary>
internal static class ModelOutput
{
    /// <exception cref="ModelException">There are more candidates than asked for, or one cannot be stored.</exception>
    public static void Require(IReadOnlyList<StepCandidate> candidates, StepRequest request, string model)
    {
        if (candidates.Count > request.Seeds.Count)
        {
            throw new ModelException($"Policy {model} gave {candidates.Count} steps where {request.Seeds.Count} were asked for.");
        }

        foreach (var candidate in candidates)
        {
            RequireText(candidate.Text, model, "step");
            if (candidate.TokenIds.Any(token => token < 0))
            {
                throw new ModelException($"Policy {model} gave a negative token id.");
            }
        }
    }

    /// <exception cref="ModelException">A critique cannot be stored.</exception>
    public static void Require(IReadOnlyList<StepReward> rewards, string model)
    {
        foreach (var reward in rewards)
        {
            RequireText(reward.Critique, model, "critique");
        }
    }

    private static void RequireText(string? text, string model, string what)
    {
        if (LoneSurrogate(text) is >= 0 and var at)
        {
            throw new ModelException($"Model {model} gave a {what} with half a surrogate pair (U+{(int)text![at]:X4}) at position {at}, which has no UTF-8 form.");
        }
    }

    private static int LoneSurrogate(ReadOnlySpan<char> text)
    {
        var at = 0;
        while (text[at..].IndexOfAnyInRange('\uD800', '\uDFFF') is >= 0 and var next)
        {
            at += next;
            if (Rune.DecodeFromUtf16(text[at..], out _, out var length) != OperationStatus.Done)
            {
                return at;
            }

            at += length;
        }

        return -1;
    }
}
