using SynthFarm.Parquet.Rows;

namespace SynthFarm.Corpus.Trainers.Rules;

/// <summary>Rules of conversations.</summary>
internal static class MessageRules
{
    private const string User = "user";
    private const string Assistant = "assistant";
    private static readonly string[] _roles = ["system", User, Assistant];

    /// <summary>At least a question and a response; the last turn is the assistant's, because it is what is learned.</summary>
    public static IEnumerable<string> Conversation(ParquetRow row)
    {
        var turns = Turns(row, "messages");
        return Roles(turns, "messages").Concat(EndsWith(turns, "messages", Assistant)).Concat(Has(turns, "messages", User));
    }

    /// <summary>LLaMA-Factory's: after an optional system turn, user on odd and assistant on even places, an even number in all.</summary>
    public static IEnumerable<string> Alternating(ParquetRow row)
    {
        var turns = Turns(row, "messages");
        return Roles(turns, "messages").Concat(Alternate(turns, "messages", even: true));
    }

    /// <summary>TRL's preference with explicit prompt: three lists; the prompt ends with a user's turn, the others are the assistant's.</summary>
    public static IEnumerable<string> PreferenceLists(ParquetRow row)
    {
        var (prompt, chosen, rejected) = (Turns(row, "prompt"), Turns(row, "chosen"), Turns(row, "rejected"));
        return PromptFaults(prompt)
            .Concat(ResponseFaults(chosen, "chosen"))
            .Concat(ResponseFaults(rejected, "rejected"))
            .Concat(Differ(chosen, rejected));
    }

    /// <summary>LLaMA-Factory's ranking and axolotl's pair: an odd conversation that ends with the user, and two single answers.</summary>
    public static IEnumerable<string> RankedPair(ParquetRow row)
    {
        var turns = Turns(row, "messages");
        var (chosen, rejected) = (Turn(row, "chosen"), Turn(row, "rejected"));
        return Roles(turns, "messages")
            .Concat(Alternate(turns, "messages", even: false))
            .Concat(ResponseFaults([chosen], "chosen"))
            .Concat(ResponseFaults([rejected], "rejected"))
            .Concat(Differ([chosen], [rejected]));
    }

    /// <summary>TRL's unpaired preference.</summary>
    public static IEnumerable<string> Unpaired(ParquetRow row)
        => PromptFaults(Turns(row, "prompt")).Concat(ResponseFaults(Turns(row, "completion"), "completion"));

    /// <summary>A prompt to be answered while training.</summary>
    public static IEnumerable<string> PromptOnly(ParquetRow row) => PromptFaults(Turns(row, "prompt"));

    internal static IReadOnlyList<(string? Role, string? Content)> Turns(ParquetRow row, string column)
        => [.. (row.Get<IReadOnlyList<ParquetRow>?>(column) ?? []).Select(Turn)];

    internal static (string? Role, string? Content) Turn(ParquetRow row, string column)
        => row.Get<ParquetRow?>(column) is { } message ? Turn(message) : (null, null);

    private static (string? Role, string? Content) Turn(ParquetRow message) => (message.Get<string?>("role"), message.Get<string?>("content"));

    private static IEnumerable<string> PromptFaults(IReadOnlyList<(string? Role, string? Content)> turns)
        => Roles(turns, "prompt").Concat(EndsWith(turns, "prompt", User));

    private static IEnumerable<string> ResponseFaults(IReadOnlyList<(string? Role, string? Content)> turns, string column)
        => Roles(turns, column).Concat(turns.Where(turn => turn.Role is not null && turn.Role != Assistant).Take(1)
            .Select(turn => $"{column} has a turn of \"{turn.Role}\"; \"{Assistant}\" is expected"));

    private static IEnumerable<string> Roles(IReadOnlyList<(string? Role, string? Content)> turns, string column)
    {
        if (turns.Count == 0)
        {
            yield return $"{column} is empty";
        }

        for (var i = 0; i < turns.Count; i++)
        {
            var (role, content) = turns[i];
            if (role is null || content is null)
            {
                yield return $"{column}[{i}] has no {(role is null ? "role" : "content")}";
            }
            else if (!_roles.Contains(role))
            {
                yield return $"{column}[{i}] has the role \"{role}\"; known are {string.Join(", ", _roles)}";
            }
            else if (content.Length == 0)
            {
                yield return $"{column}[{i}] has no text";
            }
            else if (role == "system" && i > 0)
            {
                yield return $"{column}[{i}] is a system turn behind others";
            }
        }
    }

    private static IEnumerable<string> EndsWith(IReadOnlyList<(string? Role, string? Content)> turns, string column, string role)
    {
        if (turns.Count > 0 && turns[^1].Role is { } last && last != role)
        {
            yield return $"{column} ends with a turn of \"{last}\"; the last must be of \"{role}\"";
        }
    }

    private static IEnumerable<string> Has(IReadOnlyList<(string? Role, string? Content)> turns, string column, string role)
    {
        if (turns.Count > 0 && turns.All(turn => turn.Role != role))
        {
            yield return $"{column} has no turn of \"{role}\"";
        }
    }

    private static IEnumerable<string> Alternate(IReadOnlyList<(string? Role, string? Content)> turns, string column, bool even)
    {
        var rest = turns.Count > 0 && turns[0].Role == "system" ? turns.Skip(1).ToList() : turns;
        for (var i = 0; i < rest.Count; i++)
        {
            var expected = i % 2 == 0 ? User : Assistant;
            if (rest[i].Role is { } role && role != expected)
            {
                yield return $"turn {i + 1} of {column} is of \"{role}\" where \"{expected}\" is expected: turns alternate, the user first";
                yield break;
            }
        }

        if (rest.Count % 2 == 0 != even)
        {
            yield return $"{column} has {rest.Count} turns; an {(even ? "even" : "odd")} number is expected";
        }
    }

    private static IEnumerable<string> Differ(IReadOnlyList<(string? Role, string? Content)> chosen, IReadOnlyList<(string? Role, string? Content)> rejected)
    {
        if (chosen.Count > 0 && chosen.SequenceEqual(rejected))
        {
            yield return "chosen and rejected are equal; there is nothing to prefer";
        }
    }
}
