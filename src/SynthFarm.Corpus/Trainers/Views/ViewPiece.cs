namespace SynthFarm.Corpus.Trainers.Views;

/// <summary>A piece of what a trainer makes of a row.</summary>
/// <param name="Part">Which part of the row it belongs to, e.g. <c>chosen</c>.</param>
/// <param name="Text">The text, special tokens written out.</param>
/// <param name="IsLearned">Whether loss is taken on it.</param>
/// <param name="IsMark">Whether the template wrote it, not the row.</param>
public readonly record struct ViewPiece(string Part, string Text, bool IsLearned, bool IsMark);
