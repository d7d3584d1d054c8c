using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace SynthFarm.Core.Problems.Countdown;

/// <summary>The contents of a countdown problem: which numbers, which target.</summary>
public sealed class CountdownTask
{
    private const string Opening = "Using the numbers ";
    private const string Middle = ", each at most once, and the operations + - * /, make ";

    public CountdownTask(IReadOnlyList<int> numbers, int target)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        Numbers = numbers;
        Target = target;
    }

    /// <summary>The numbers in the order of the statement; each may be used once for every time it stands here.</summary>
    public IReadOnlyList<int> Numbers { get; }

    /// <summary>The number to make.</summary>
    public int Target { get; }

    /// <summary>The statement that generated problems carry.</summary>
    public string Statement => string.Create(CultureInfo.InvariantCulture, $"{Opening}{string.Join(", ", Numbers)}{Middle}{Target}.");

    /// <summary>The task of a problem: its meta where that holds numbers and target, else its statement in the form generated; or null.</summary>
    public static CountdownTask? Read(Problem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return ReadMeta(problem.Meta) ?? ReadStatement(problem.Statement);
    }

    /// <summary>The task a statement in the form generated tells; null for any other text.</summary>
    public static CountdownTask? ReadStatement(string statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        var text = statement.AsSpan().Trim();
        var middle = text.IndexOf(Middle, StringComparison.Ordinal);
        if (middle < 0 || !text.StartsWith(Opening, StringComparison.Ordinal) || !text.EndsWith("."))
        {
            return null;
        }

        var numbers = new List<int>();
        var list = text[Opening.Length..middle];
        foreach (var range in list.Split(','))
        {
            if (!TryReadInteger(list[range].Trim(), out var number))
            {
                return null;
            }

            numbers.Add(number);
        }

        return TryReadInteger(text[(middle + Middle.Length)..^1].Trim(), out var target) ? new CountdownTask(numbers, target) : null;
    }

    /// <summary>The problem file's <c>meta</c> for this task.</summary>
    public JsonElement ToMeta()
    {
        var buffer = new ArrayBufferWriter<byte>(64);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("numbers");
            foreach (var number in Numbers)
            {
                writer.WriteNumberValue(number);
            }

            writer.WriteEndArray();
            writer.WriteNumber("target", Target);
            writer.WriteEndObject();
        }

        var reader = new Utf8JsonReader(buffer.WrittenSpan);
        return JsonElement.ParseValue(ref reader);
    }

    /// <summary>The problem a generator makes of this task.</summary>
    public Problem ToProblem() => Problem.Create(new ProblemFields
    {
        Statement = Statement,
        Answer = Target.ToString(CultureInfo.InvariantCulture),
        Kind = "countdown",
        Source = "synthfarm:countdown",
        Level = Numbers.Count.ToString(CultureInfo.InvariantCulture),
        Meta = ToMeta(),
    });

    private static CountdownTask? ReadMeta(JsonElement meta)
    {
        if (meta.ValueKind != JsonValueKind.Object
            || !meta.TryGetProperty("numbers", out var list) || list.ValueKind != JsonValueKind.Array
            || !meta.TryGetProperty("target", out var goal) || goal.ValueKind != JsonValueKind.Number || !goal.TryGetInt32(out var target))
        {
            return null;
        }

        var numbers = new int[list.GetArrayLength()];
        var at = 0;
        foreach (var item in list.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.Number || !item.TryGetInt32(out numbers[at++]))
            {
                return null;
            }
        }

        return new CountdownTask(numbers, target);
    }

    private static bool TryReadInteger(ReadOnlySpan<char> text, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
