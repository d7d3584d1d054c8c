namespace SynthFarm.Core.Chat;

/// <summary>A piece of a rendered conversation. In order, the pieces make up the whole text.</summary>
/// <param name="Role">Whose turn it belongs to; empty for what belongs to none.</param>
/// <param name="Kind">Mark, content or end of turn.</param>
/// <param name="Text">The text, special tokens written out.</param>
public readonly record struct ChatPiece(string Role, ChatPieceKind Kind, string Text);
