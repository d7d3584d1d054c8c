namespace SynthFarm.Core.Chat;

/// <summary>What a piece of a rendered conversation is.</summary>
public enum ChatPieceKind
{
    /// <summary>Text the template puts before a turn or around the conversation; a trainer takes no loss on it.</summary>
    Mark,

    /// <summary>A message's own text.</summary>
    Content,

    /// <summary>What ends a turn; part of what the model must learn to say when the turn is its own.</summary>
    End,
}
