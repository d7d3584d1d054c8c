using SynthFarm.Core.Selection.Candidates;

namespace SynthFarm.Core.Tests.Selection;

/// <summary>Candidates for tests.</summary>
internal static class SomeRow
{
    /// <summary>A row whose problem and texts are its own unless said otherwise.</summary>
    public static SelectionCandidate With(
        string id, string? problem = null, string topic = "", double? reward = null, (long Correct, long Answered) draws = default, string? text = null) => new()
        {
            RowId = id,
            ProblemId = problem ?? $"p-{id}",
            Topic = topic,
            TokenCount = 10,
            Reward = reward,
            Draws = new DrawCounts(draws.Correct, draws.Answered),
            Text = new TextFeatureReader([], []).Read($"Problem {problem ?? id}", text ?? $"Response {id}"),
        };

    /// <summary>A vector that points along one of the axes.</summary>
    public static HashedVector Axis(int axis, long length = 1)
    {
        var sums = new long[HashedVector.Size];
        sums[axis] = length;
        return HashedVector.FromSums(sums);
    }
}
