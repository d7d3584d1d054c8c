namespace SynthFarm.Formats.Texts;

/// <summary>How a response sets its thought apart from its solution.</summary>
/// <param name="Name">What <c>meta</c> calls it.</param>
/// <param name="Before">What stands before the thought.</param>
/// <param name="Between">What stands between thought and solution.</param>
/// <param name="After">What stands behind the solution.</param>
/// <param name="Markers">The strings that may occur only where the form puts them, in their order.</param>
internal sealed record ThoughtForm(string Name, string Before, string Between, string After, IReadOnlyList<string> Markers)
{
    /// <summary>STILL and SkyThought.</summary>
    public static ThoughtForm Still { get; } = new(
        "still",
        "<|begin_of_thought|>\n\n",
        "\n\n<|end_of_thought|>\n\n<|begin_of_solution|>\n\n",
        "\n\n<|end_of_solution|>",
        ["<|begin_of_thought|>", "<|end_of_thought|>", "<|begin_of_solution|>", "<|end_of_solution|>"]);

    /// <summary>What this product publishes, and DeepSeek-R1's form.</summary>
    public static ThoughtForm Think { get; } = new("think", "<think>\n", "</think>\n\n", "", ["<think>", "</think>"]);

    /// <summary>No thought apart: the whole response is the solution.</summary>
    public static ThoughtForm Plain { get; } = new("plain", "", "", "", []);

    public static IReadOnlyList<ThoughtForm> All { get; } = [Still, Think, Plain];

    public static ThoughtForm Named(string? name) => All.FirstOrDefault(form => form.Name == name) ?? Plain;

    /// <summary>The form whose markers a response holds.</summary>
    public static ThoughtForm Of(string response) =>
        All.First(form => form.Markers.Count == 0 || form.Markers.Any(marker => response.Contains(marker, StringComparison.Ordinal)));

    /// <summary>The thought and the solution; false where a marker is missing, comes twice or out of order.</summary>
    /// <param name="fault">What is wrong, as "found ...; allowed is ...".</param>
    public bool TrySplit(string response, out string thought, out string solution, out string fault)
    {
        (thought, solution, fault) = ("", response, "");
        if (Markers.Count == 0)
        {
            return true;
        }

        var at = 0;
        var ends = new List<(int Start, int End)>();
        foreach (var marker in Markers)
        {
            var found = response.IndexOf(marker, at, StringComparison.Ordinal);
            var isAgain = found >= 0 && response.IndexOf(marker, found + marker.Length, StringComparison.Ordinal) >= 0;
            if (found < 0 || isAgain)
            {
                fault = $"found {(isAgain ? $"{marker} twice" : $"no {marker} in its place")}; allowed is each of {string.Join(" ", Markers)} once, in this order";
                return false;
            }

            ends.Add((found, found + marker.Length));
            at = found + marker.Length;
        }

        thought = Inner(response[ends[0].End..ends[1].Start]);
        solution = Markers.Count == 4 ? Inner(response[ends[2].End..ends[3].Start]) : response[ends[1].End..].TrimStart('\n');
        return true;
    }

    public string Join(string thought, string solution) => Name == Plain.Name ? solution : Before + thought + Between + solution + After;

    private string Inner(string text) => Name == Think.Name ? text.StartsWith('\n') ? text[1..] : text : text.Trim('\n');
}
