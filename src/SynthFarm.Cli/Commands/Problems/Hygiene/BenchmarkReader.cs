using System.Globalization;
using System.Text.Json;
using SynthFarm.Cli.Terminal;
using SynthFarm.Core.Hygiene.Contamination;
using SynthFarm.Farm.ProblemFiles;

namespace SynthFarm.Cli.Commands.Problems.Hygiene;

/// <summary>Reads benchmark files as they are published: JSON lines whose problem and id have one of the usual names.</summary>
internal static class BenchmarkReader
{
    private const int MaxFaults = 100;
    private const int MaxLineBytes = 1 << 20;

    private static readonly string[] TextFields = ["problem", "question", "prompt", "statement", "input", "text"];
    private static readonly string[] IdFields = ["id", "unique_id", "task_id", "problem_id", "question_id"];

    /// <summary>Reads <c>NAME=FILE</c>.</summary>
    /// <exception cref="CliException">The argument has another form, or the file has faults; all of them were told.</exception>
    public static BenchmarkIndex Read(string argument, CommandContext context)
    {
        var at = argument.IndexOf('=', StringComparison.Ordinal);
        if (at <= 0 || at == argument.Length - 1)
        {
            throw CliException.Usage($"--against is '{argument}'; allowed is NAME=FILE.");
        }

        var (index, path) = (new BenchmarkIndex(argument[..at]), argument[(at + 1)..]);
        using var file = InputFile.Open(path, "--against");
        var faults = 0;
        using var lines = new LineReader(file, MaxLineBytes);
        foreach (var line in lines.Read().Where(line => !line.IsBlank))
        {
            context.Interrupted.ThrowIfCancellationRequested();
            if (Fault(line, index) is { } fault)
            {
                context.Note($"synthfarm: {TerminalText.Line($"{path}: line {line.Number}: {fault}")}");
                if (++faults == MaxFaults)
                {
                    break;
                }
            }
        }

        return faults == 0 ? index : throw CliException.Usage($"--against: {path} has {(faults == MaxFaults ? $"at least {faults}" : $"{faults}")} faults.");
    }

    /// <summary>Adds a line's item; what is wrong with the line otherwise.</summary>
    private static string? Fault(FileLine line, BenchmarkIndex index)
    {
        if (line.IsTooLong)
        {
            return $"found a line of {line.Length} bytes; allowed are {MaxLineBytes}";
        }

        try
        {
            using var document = JsonDocument.Parse(line.Text);
            var item = document.RootElement;
            var text = item.ValueKind == JsonValueKind.Object ? First(item, TextFields) : null;
            if (text is not { ValueKind: JsonValueKind.String })
            {
                return $"found no text; allowed is an object with one of the fields {string.Join(", ", TextFields)}";
            }

            var id = First(item, IdFields) is { } given ? given.ToString() : "";
            index.Add(id.Length > 0 ? id : string.Create(CultureInfo.InvariantCulture, $"line {line.Number}"), text.Value.GetString()!);
            return null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return $"not JSON: {e.Message}";
        }
    }

    private static JsonElement? First(JsonElement item, string[] names)
    {
        foreach (var name in names)
        {
            if (item.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null)
            {
                return value;
            }
        }

        return null;
    }
}
