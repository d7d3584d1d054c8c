using SynthFarm.Core.Chat;

namespace SynthFarm.Inference.Engine;

/// <summary>How a problem's statement is put to a model.</summary>
public sealed record PromptFormat
{
    /// <summary>No template: the statement and a line feed, which is what the shipped models read.</summary>
    public static PromptFormat Raw { get; } = new();

    /// <summary>The chat template, whose assistant's turn is opened for the steps. Default null: none.</summary>
    public ChatTemplate? Template { get; init; }

    /// <summary>The system turn. Default null: none. Needs a template.</summary>
    public string? System { get; init; }

    /// <summary>The turns that a template writes: the system's, where there is one, and the statement as the user's.</summary>
    public IReadOnlyList<(string Role, string Content)> Turns(string statement) => System is { } system ? [("system", system), ("user", statement)] : [("user", statement)];
}
