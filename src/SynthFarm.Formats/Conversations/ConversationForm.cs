using SynthFarm.Formats.Texts;

namespace SynthFarm.Formats.Conversations;

/// <summary>How a conversation is laid out.</summary>
/// <param name="Name">The format's name.</param>
/// <param name="Turns">The field with the turns.</param>
/// <param name="Role">A turn's field that says who speaks.</param>
/// <param name="Text">A turn's field with the text.</param>
/// <param name="User">The word for the user that is written.</param>
/// <param name="Assistant">The word for the assistant that is written.</param>
/// <param name="Thought">How a long thought is set apart when it is written.</param>
internal sealed record ConversationForm(string Name, string Turns, string Role, string Text, string User, string Assistant, ThoughtForm Thought)
{
    public static ConversationForm ShareGpt { get; } = new("sharegpt", "conversations", "from", "value", "human", "gpt", ThoughtForm.Still);

    public static ConversationForm Messages { get; } = new("messages", "messages", "role", "content", "user", "assistant", ThoughtForm.Think);

    /// <summary>The words that are understood.</summary>
    public static IReadOnlyList<string> Words { get; } = ["system", "human", "user", "gpt", "assistant", "tool", "function_call", "observation"];

    public static ConversationRole? RoleOf(string word) => word switch
    {
        "system" => ConversationRole.System,
        "human" or "user" => ConversationRole.User,
        "gpt" or "assistant" => ConversationRole.Assistant,
        "tool" or "function_call" or "observation" => ConversationRole.Other,
        _ => null,
    };
}
