using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SynthFarm.Core.Problems;
using SynthFarm.Core.Problems.Countdown;
using SynthFarm.Corpus.Schemas;

namespace SynthFarm.Corpus.Rows;

/// <summary>Makes the rows of <c>rl</c>.</summary>
internal static class RewardTaskRows
{
    /// <summary>Changes whenever the same problem would give another row.</summary>
    public const string Version = "reward-task/1";

    private const string OwnSource = "synthfarm";

    /// <summary>One row; none for a further tree of the same problem.</summary>
    public static IEnumerable<RewardTaskRow> Of(DerivedProblem derived) => derived.IsFirst ? [Create(derived)] : [];

    private static RewardTaskRow Create(DerivedProblem derived)
    {
        var problem = derived.Finished.Problem;
        var paths = derived.Judged?.OutcomesOf(0) ?? default;
        return new RewardTaskRow
        {
            DataSource = ProblemFamilies.Find(problem.Kind) is { } family ? $"{OwnSource}/{family.Kind}" : problem.Source ?? OwnSource,
            Prompt = [derived.Prompt],
            GroundTruth = GroundTruth(problem),
            Index = Number(problem.Id),
            Id = RowId.Create(problem.Id, problem.ContentHash, Version),
            Origin = derived.Origin,
            GoldAnswer = problem.Answer,
            Outcome = EnumNames.Outcome.Name(derived.Finished.Outcome),
            EndedCount = paths.Ended,
            CorrectCount = paths.Correct,
        };
    }

    private static string GroundTruth(Problem problem)
        => problem.Kind == CountdownFamily.KindName && CountdownTask.Read(problem) is { } task
            ? JsonSerializer.Serialize(new { numbers = task.Numbers, target = task.Target })
            : problem.Answer;

    /// <summary>53 bits, so that a reader that keeps numbers as doubles keeps it.</summary>
    private static long Number(string problemId)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(problemId), hash);
        return (long)(BinaryPrimitives.ReadUInt64LittleEndian(hash) >> 11);
    }
}
