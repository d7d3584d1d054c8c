namespace SynthFarm.Corpus.Trainers.Views;

/// <summary>What a trainer sees of one row.</summary>
/// <param name="Config">The row's config.</param>
/// <param name="File">The shard it lies in.</param>
/// <param name="Row">Its place there, from 0.</param>
/// <param name="Task">What the trainer does with it.</param>
/// <param name="Template">The chat template the conversations are written by.</param>
/// <param name="Pieces">The texts in order.</param>
/// <param name="Warnings">What is wrong with the row for this trainer, and special tokens that its texts would forge.</param>
public sealed record RowView(
    string Config, string File, long Row, string Task, string Template, IReadOnlyList<ViewPiece> Pieces, IReadOnlyList<string> Warnings);
