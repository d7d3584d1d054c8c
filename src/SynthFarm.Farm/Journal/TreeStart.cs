namespace SynthFarm.Farm.Journal;

/// <summary>Which tree was begun for which problem.</summary>
/// <param name="TreeId">The tree's id.</param>
/// <param name="ProblemId">The problem's id.</param>
/// <param name="ContentHash">The problem's content hash: an edited problem gets another tree.</param>
internal readonly record struct TreeStart(string TreeId, string ProblemId, string ContentHash);
