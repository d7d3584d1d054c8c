using System.Text.Json;
using SynthFarm.Core.Problems;

namespace SynthFarm.TestKit;

/// <summary>Valid throw-away values.</summary>
public static class Some
{
    /// <summary>A general problem whose gold answer is <paramref name="number"/> as text; different numbers are different problems.</summary>
    public static Problem Problem(int number = 7, string? id = null) =>
        Core.Problems.Problem.Create(new ProblemFields { Id = id, Statement = $"What is {number - 1} + 1?", Answer = $"{number}" });

    /// <summary>The line of a problem file that <see cref="Problem"/> reads as.</summary>
    public static string ProblemLine(int number = 7, string? id = null, string? source = null)
    {
        var fields = new Dictionary<string, string>();
        if (id is not null)
        {
            fields["id"] = id;
        }

        fields["problem"] = $"What is {number - 1} + 1?";
        fields["answer"] = $"{number}";
        if (source is not null)
        {
            fields["source"] = source;
        }

        return JsonSerializer.Serialize(fields);
    }

    /// <summary>Problems 1 to <paramref name="count"/>.</summary>
    public static IReadOnlyList<Problem> Problems(int count) => Enumerable.Range(1, count).Select(n => Problem(n)).ToList();
}
