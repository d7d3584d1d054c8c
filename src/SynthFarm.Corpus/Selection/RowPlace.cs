namespace SynthFarm.Corpus.Selection;

/// <summary>Where a row goes.</summary>
/// <param name="Split">The split's name.</param>
/// <param name="Order">Its place in the curriculum.</param>
/// <param name="Difficulty">Its problem's difficulty.</param>
internal readonly record struct RowPlace(string Split, int Order, double Difficulty);
