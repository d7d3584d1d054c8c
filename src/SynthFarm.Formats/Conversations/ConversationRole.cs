namespace SynthFarm.Formats.Conversations;

/// <summary>Who speaks in a turn.</summary>
internal enum ConversationRole
{
    System,

    User,

    Assistant,

    /// <summary>A tool, a function's result, an observation.</summary>
    Other,
}
