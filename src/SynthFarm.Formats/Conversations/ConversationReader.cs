using SynthFarm.Formats.Json;
using SynthFarm.Formats.Records;
using SynthFarm.Formats.Texts;

namespace SynthFarm.Formats.Conversations;

/// <summary>
/// Conversations as trainers store them: ShareGPT (<c>system</c>, <c>conversations[from, value]</c>) or messages (<c>messages[role, content]</c>).
/// The first turn of the user is the problem, the assistant's turn behind it the solution; what follows is kept beside the problem. A column
/// with the gold answer may be named; else the response's own answer stands for it.
/// </summary>
internal sealed class ConversationReader(ConversationForm form, string? goldField) : IFormatReader
{
    public ReadOutcome Read(RecordFields record)
    {
        var turns = record.Array(form.Turns);
        var (question, response) = (-1, -1);
        for (var i = 0; i < turns.Count; i++)
        {
            var role = Role(record, turns[i], i);
            record.Text(turns[i], form.Text, $"{form.Turns}[{i}].{form.Text}");
            question = question < 0 && role == ConversationRole.User ? i : question;
            response = response < 0 && question >= 0 && role == ConversationRole.Assistant ? i : response;
        }

        var gold = goldField is null ? null : record.TextOrNumber(goldField);
        if (!record.IsSound)
        {
            return ReadOutcome.None;
        }

        if (response < 0)
        {
            record.Fault(record.Find(form.Turns)!, form.Turns, $"found no turn of {(question < 0 ? "the user" : "the assistant behind the user's")}; allowed is a question and a response");
            return ReadOutcome.None;
        }

        var text = turns[response][form.Text]!;
        var thoughtForm = ThoughtForm.Of(text.Text);
        if (!thoughtForm.TrySplit(text.Text, out var thought, out var solution, out var fault))
        {
            record.Fault(text, $"{form.Turns}[{response}].{form.Text}", fault);
            return ReadOutcome.None;
        }

        return ResponseSteps.Record(turns[question][form.Text]!.Text, gold, thought, solution, thoughtForm, form.Name) is { } read
            ? read
            : ReadOutcome.Without(ResponseSteps.NoAnswer);
    }

    private ConversationRole? Role(RecordFields record, RecordValue turn, int index)
    {
        var value = turn[form.Role];
        if (value is { IsText: true } && ConversationForm.RoleOf(value.Text) is { } role)
        {
            return role;
        }

        record.Fault(value ?? turn, $"{form.Turns}[{index}].{form.Role}", $"found {value?.Describe() ?? "none"}; allowed are {string.Join(", ", ConversationForm.Words)}");
        return null;
    }
}
