using System.Security.Cryptography;
using System.Text;
using SynthFarm.Core.Models;
using SynthFarm.Core.Problems;
using SynthFarm.Inference.OpenAI.Addresses;

namespace SynthFarm.Inference.OpenAI.Prompts;

/// <summary>
/// A prompt as a curator writes it: text in turns, each begun by a line <c>@system</c>, <c>@user</c> or <c>@assistant</c>, with <c>{{problem}}</c> where the statement
/// goes. Lines before the first turn that begin with <c>#</c> are remarks. A last turn of the assistant's is what its answer begins with.
/// </summary>
internal sealed class PromptFile
{
    public const string Problem = "{{problem}}";
    public const string Steps = "{{steps}}";
    public const string Step = "{{step}}";

    private const int MostBytes = 1 << 20;
    private static readonly string[] _roles = ["system", "user", "assistant"];

    private readonly IReadOnlyList<(string Role, string Text)> _turns;

    private PromptFile(string name, IReadOnlyList<(string Role, string Text)> turns)
    {
        Name = name;
        _turns = turns;
    }

    /// <summary>The file's name and a hash of its text, as models' identities carry it; empty for the statement alone.</summary>
    public string Name { get; }

    /// <summary>The folder of those that ship.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "prompts");

    /// <summary>Loads a file, or one that ships by its name; without one the statement alone, for a judge <c>maths-judge</c>.</summary>
    /// <exception cref="ModelException">There is no such file, or a line of it is wrong.</exception>
    public static PromptFile Load(string? prompt, ServedKind kind)
    {
        if (prompt is null && kind != ServedKind.Judge)
        {
            return new PromptFile("", [("user", Problem)]);
        }

        prompt ??= "maths-judge";
        var path = IsShipped(prompt) ? Path.Combine(Folder, $"{prompt}.txt") : prompt;
        try
        {
            var bytes = new FileInfo(path).Length <= MostBytes ? File.ReadAllBytes(path) : throw new ModelException($"{path} is longer than {MostBytes} bytes.");
            var text = new UTF8Encoding(false, true).GetString(bytes).TrimStart('\uFEFF').ReplaceLineEndings("\n");
            return new PromptFile($"{Path.GetFileNameWithoutExtension(path)}@{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12]}", Parse(text, path, kind));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new ModelException($"The prompt {path} cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Whether a name is that of a prompt that ships.</summary>
    public static bool IsShipped(string name) => name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') && File.Exists(Path.Combine(Folder, $"{name}.txt"));

    /// <summary>The turns with their places filled in. What is put there is neither looked at for places nor for turns.</summary>
    public IReadOnlyList<(string Role, string Text)> Fill(Problem problem, string steps = "", string step = "") =>
        [.. _turns.Select(turn => (turn.Role, Fill(turn.Text, (Problem, problem.Statement), (Steps, steps), (Step, step))))];

    private static string Fill(string text, params (string Place, string Value)[] values)
    {
        var filled = new StringBuilder();
        for (var at = 0; at < text.Length;)
        {
            var next = values.Select(value => (Index: text.IndexOf(value.Place, at, StringComparison.Ordinal), Value: value))
                .Where(found => found.Index >= 0).OrderBy(found => found.Index).FirstOrDefault((Index: text.Length, Value: (Place: "", Value: "")));
            filled.Append(text, at, next.Index - at).Append(next.Value.Value);
            at = next.Index + next.Value.Place.Length;
        }

        return filled.ToString();
    }

    private static List<(string Role, string Text)> Parse(string text, string path, ServedKind kind)
    {
        var turns = new List<(string Role, StringBuilder Text)>();
        foreach (var (at, line) in text.TrimEnd('\n').Split('\n').Index())
        {
            if (line.StartsWith('@') && _roles.Contains(line[1..].TrimEnd()))
            {
                turns.Add((line[1..].TrimEnd(), new StringBuilder()));
            }
            else if (turns.Count > 0)
            {
                turns[^1].Text.Append(turns[^1].Text.Length > 0 ? "\n" : "").Append(line);
            }
            else if (!line.StartsWith('#') && line.Trim().Length > 0)
            {
                throw new ModelException($"{path}:{at + 1}:1: text before the first turn; a turn begins with a line @system, @user or @assistant, a remark with #.");
            }
        }

        var whole = string.Concat(turns.Select(turn => turn.Text));
        var missing = new[] { Problem }.Concat(kind == ServedKind.Judge ? [Step] : []).Where(place => !whole.Contains(place, StringComparison.Ordinal)).ToList();
        return missing.Count > 0
            ? throw new ModelException($"{path}: there is no {string.Join(" and no ", missing)}.")
            : [.. turns.Select(turn => (turn.Role, turn.Text.ToString()))];
    }
}
