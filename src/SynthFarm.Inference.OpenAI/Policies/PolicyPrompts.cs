using System.Text;
using System.Text.Json.Nodes;
using SynthFarm.Core.Chat;
using SynthFarm.Core.Problems;
using SynthFarm.Core.Reasoning;
using SynthFarm.Inference.OpenAI.Addresses;
using SynthFarm.Inference.OpenAI.Prompts;

namespace SynthFarm.Inference.OpenAI.Policies;

/// <summary>Puts problem and steps the way a policy reads them. What stays the same comes first, so that servers find it in their caches.</summary>
internal sealed class PolicyPrompts(ServedAddress address, PromptFile prompt)
{
    /// <summary>The text before the first step.</summary>
    public string Text(Problem problem)
    {
        var turns = prompt.Fill(problem);
        if (address.Template is null && prompt.Name.Length == 0)
        {
            return PlainText.Of(problem.Statement) + "\n";
        }

        var template = address.Template ?? ChatTemplate.Raw;
        var begun = turns[^1].Role == "assistant" ? turns[^1].Text : "";
        return template.Render(Turns(turns), openAssistant: true) + PlainText.Of(begun);
    }

    /// <summary>The steps as text, after <see cref="Text"/>.</summary>
    public static string Steps(IReadOnlyList<ReasoningStep> path) => PlainText.Of(path.Aggregate(new StringBuilder(), (text, step) => text.Append(step.Text)).ToString());

    /// <summary>The conversation with the steps as the turn to go on with.</summary>
    public JsonArray Messages(Problem problem, IReadOnlyList<ReasoningStep> path)
    {
        var turns = prompt.Fill(problem);
        var begun = (turns[^1].Role == "assistant" ? PlainText.Of(turns[^1].Text) : "") + Steps(path);
        var messages = new JsonArray([.. Turns(turns).Select(turn => new JsonObject { ["role"] = turn.Role, ["content"] = turn.Content })]);
        if (begun.Length > 0)
        {
            messages.Add(new JsonObject { ["role"] = "assistant", ["content"] = begun });
        }

        return messages;
    }

    private static IEnumerable<(string Role, string Content)> Turns(IReadOnlyList<(string Role, string Text)> turns) =>
        turns.SkipLast(turns[^1].Role == "assistant" ? 1 : 0).Select(turn => (turn.Role, PlainText.Of(turn.Text)));
}
