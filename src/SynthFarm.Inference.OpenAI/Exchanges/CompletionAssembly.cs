using System.Text.Json.Nodes;

namespace SynthFarm.Inference.OpenAI.Exchanges;

/// <summary>Puts a completion together from the events of its stream. Choices are told apart by their index, in whatever order they come.</summary>
internal sealed class CompletionAssembly(ServedCall call, ErrorText errors)
{
    private readonly ChoiceAssembly?[] _choices = new ChoiceAssembly?[call.Choices];

    /// <summary>Tokens as the server counted them; null where it did not tell.</summary>
    public (long Prompt, long Completion)? Usage { get; private set; }

    /// <summary>Whether every choice has ended.</summary>
    public bool IsComplete => _choices.All(choice => choice is { HasEnded: true });

    /// <summary>Adds an event and tells whether anything came with it.</summary>
    /// <exception cref="ServedFault">It tells of an error, or is not what was asked for.</exception>
    public bool Add(JsonObject answer)
    {
        if (answer["error"] is { } error)
        {
            throw new ServedFault(FaultKind.Wrong, $"the stream ended with an error: {errors.Of(error)}");
        }

        if (answer["usage"] is JsonObject usage)
        {
            Usage = (usage["prompt_tokens"]?.GetValue<long>() ?? 0, usage["completion_tokens"]?.GetValue<long>() ?? 0);
        }

        var hasCome = false;
        foreach (var piece in answer["choices"]?.AsArray() ?? [])
        {
            var index = piece!["index"]!.GetValue<int>();
            if (index < 0 || index >= _choices.Length)
            {
                throw new ServedFault(FaultKind.Wrong, $"choice {index} was not asked for");
            }

            hasCome |= (_choices[index] ??= new ChoiceAssembly(index, call.CutAfter)).Add(piece.AsObject());
        }

        return hasCome;
    }

    /// <summary>The choices that came.</summary>
    /// <exception cref="ServedFault">None came, or one broke off.</exception>
    public ServedCompletion ToCompletion()
    {
        var come = _choices.Where(choice => choice is not null).ToList();
        return come.Count == 0 ? throw new ServedFault(FaultKind.Wrong, "no choice came")
            : come.Any(choice => !choice!.HasEnded) ? throw new ServedFault(FaultKind.Outage, "the stream broke off")
            : new ServedCompletion([.. come.Select(choice => choice!.ToChoice())]);
    }
}
