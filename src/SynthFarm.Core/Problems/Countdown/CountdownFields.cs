using System.Globalization;
using System.Text.Json;
using SynthFarm.Core.Answers;

namespace SynthFarm.Core.Problems.Countdown;

/// <summary>Checks the fields of a countdown problem from a file.</summary>
internal static class CountdownFields
{
    private const string NumbersAllowed = "allowed are 2 to 6 integers of 1 to 50";
    private const string TargetAllowed = "allowed is an integer of 10 to 100 that is none of the numbers";

    public static IReadOnlyList<ProblemFault> Validate(Problem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        if (problem.Meta.ValueKind != JsonValueKind.Object)
        {
            return [new ProblemFault("meta", "found none; a countdown problem needs an object with numbers and target")];
        }

        var faults = new List<ProblemFault>();
        var numbers = Numbers(problem.Meta, faults);
        var target = Target(problem.Meta, numbers, faults);
        if (target is { } goal && problem.Answer.Trim() != goal.ToString(CultureInfo.InvariantCulture))
        {
            faults.Add(new ProblemFault("answer", $"found {QuotedText.Of(problem.Answer)}; allowed is the target, {goal}"));
        }

        if (CountdownTask.ReadStatement(problem.Statement) is { } stated)
        {
            if (numbers is not null && !stated.Numbers.SequenceEqual(numbers))
            {
                faults.Add(new ProblemFault(
                    "problem", $"found the numbers {string.Join(", ", stated.Numbers)}; meta.numbers has {string.Join(", ", numbers)}"));
            }

            if (target is not null && stated.Target != target)
            {
                faults.Add(new ProblemFault("problem", $"found the target {stated.Target}; meta.target has {target}"));
            }
        }

        return faults;
    }

    private static List<int>? Numbers(JsonElement meta, List<ProblemFault> faults)
    {
        if (!meta.TryGetProperty("numbers", out var list) || list.ValueKind != JsonValueKind.Array)
        {
            faults.Add(new ProblemFault("meta.numbers", $"found {Describe(list)}; {NumbersAllowed}"));
            return null;
        }

        if (list.GetArrayLength() is < 2 or > CountdownSolver.MaxNumbers)
        {
            faults.Add(new ProblemFault("meta.numbers", $"found {list.GetArrayLength()} numbers; {NumbersAllowed}"));
            return null;
        }

        var numbers = new List<int>();
        foreach (var item in list.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.Number || !item.TryGetInt32(out var number)
                || number is < CountdownGenerator.MinNumber or > CountdownGenerator.MaxNumber)
            {
                faults.Add(new ProblemFault("meta.numbers", $"found {Describe(item)}; {NumbersAllowed}"));
                return null;
            }

            numbers.Add(number);
        }

        return numbers;
    }

    private static int? Target(JsonElement meta, List<int>? numbers, List<ProblemFault> faults)
    {
        var isGiven = meta.TryGetProperty("target", out var element);
        if (!isGiven || element.ValueKind != JsonValueKind.Number || !element.TryGetInt32(out var target)
            || target is < CountdownGenerator.MinTarget or > CountdownGenerator.MaxTarget || numbers?.Contains(target) == true)
        {
            faults.Add(new ProblemFault("meta.target", $"found {Describe(element)}; {TargetAllowed}"));
            return null;
        }

        return target;
    }

    private static string Describe(JsonElement element) =>
        element.ValueKind == JsonValueKind.Undefined ? "none" : QuotedText.Of(element.GetRawText());
}
