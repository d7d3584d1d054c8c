using System.Text.Json;
using SynthFarm.Inference.Server.Fields;

namespace SynthFarm.Inference.Server.Chat;

/// <summary>Reads the turns of a conversation.</summary>
internal static class ChatMessages
{
    private const int Most = 1024;

    public static IReadOnlyList<ChatMessage> Read(RequestFields fields)
    {
        if (fields.Take("messages") is not { } value)
        {
            fields.Missing("messages");
            return [];
        }

        if (value.ValueKind != JsonValueKind.Array)
        {
            fields.WrongType("messages", "an array of objects", value);
            return [];
        }

        var count = value.GetArrayLength();
        if (count is 0 or > Most)
        {
            fields.Fault("messages", $"Invalid 'messages': expected 1 to {Most} items, but got {count} instead.", count == 0 ? "empty_array" : "array_above_max_length");
            return [];
        }

        var messages = new List<ChatMessage>(count);
        foreach (var item in value.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.Object)
            {
                fields.WrongType($"messages[{messages.Count}]", "an object", item);
                return [];
            }

            messages.Add(Message(new RequestFields(item, fields.Faults, $"messages[{messages.Count}].")));
        }

        return messages;
    }

    private static ChatMessage Message(RequestFields fields)
    {
        var role = fields.RequiredText("role");
        // A developer's turn is what a system's was called before.
        role = role == "developer" ? "system" : role;
        if (role is not ("system" or "user" or "assistant" or ""))
        {
            fields.Fault("role", $"Invalid value for '{fields.Name("role")}'. This server has 'system', 'developer', 'user' and 'assistant'.", "invalid_value");
        }

        var content = Content(fields);
        fields.Unsupported("refusal", "tool_calls", "tool_call_id", "function_call", "audio", "name");
        fields.End();
        return new ChatMessage(role, content);
    }

    /// <summary>A text, or parts that are texts.</summary>
    private static string Content(RequestFields fields)
    {
        switch (fields.Take("content"))
        {
            case null:
                fields.Missing("content");
                return "";
            case { ValueKind: JsonValueKind.Array } parts:
                return string.Concat(parts.EnumerateArray().Select((part, i) => Part(fields, part, $"content[{i}]")));
            case { } value:
                return fields.Text("content", value) ?? "";
        }
    }

    private static string Part(RequestFields fields, JsonElement part, string name)
    {
        if (part.ValueKind != JsonValueKind.Object)
        {
            fields.WrongType(name, "an object", part);
            return "";
        }

        var inner = new RequestFields(part, fields.Faults, fields.Name(name) + ".");
        inner.Only("type", value => value.Is("text"), "'text'");
        var text = inner.RequiredText("text");
        inner.End();
        return text;
    }
}
