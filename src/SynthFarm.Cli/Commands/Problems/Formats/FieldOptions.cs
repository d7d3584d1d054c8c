using System.CommandLine;
using SynthFarm.Formats;
using SynthFarm.Formats.NamedColumns;

namespace SynthFarm.Cli.Commands.Problems.Formats;

/// <summary>The options that name columns; dots lead into objects.</summary>
internal sealed class FieldOptions
{
    private static readonly FieldNames _default = new();

    private readonly Option<string?> _problem = Name("problem", "the statement", _default.Problem);
    private readonly Option<string?> _answer = Name("answer", "the gold answer (for sharegpt and messages: none)", _default.Answer);
    private readonly Option<string?> _id = Name("id", "the problem's id", _default.Id);
    private readonly Option<string?> _kind = Name("kind", "the kind", _default.Kind);
    private readonly Option<string?> _source = Name("source", "the source", _default.Source);
    private readonly Option<string?> _topic = Name("topic", "the topic", _default.Topic);
    private readonly Option<string?> _level = Name("level", "the level", _default.Level);
    private readonly Option<string?> _split = Name("split", "the split", _default.Split);
    private readonly Option<string?> _license = Name("license", "the licence", _default.License);
    private readonly Option<string?> _meta = Name("meta", "the family's own data", _default.Meta);
    private readonly Option<string?> _solution = Name("solution", "a whole solution", "none");
    private readonly Option<string?> _label = Name("label", "whether the solution's answer is right", "none");
    private readonly Option<string?> _producer = Name("producer", "who wrote the solution", "none");

    /// <summary><c>--format</c>.</summary>
    public static Option<string> Format()
    {
        string[] names = [.. FormatRegistry.Names];
        var option = CommonOptions.OneOf("--format", $"The format: {string.Join(", ", names)}.", null, names);
        option.HelpName = "NAME";
        return option;
    }

    public void AddTo(Command command)
    {
        foreach (var option in new[] { _problem, _answer, _id, _kind, _source, _topic, _level, _split, _license, _meta, _solution, _label, _producer })
        {
            command.Add(option);
        }
    }

    public FieldNames Read(ParseResult parse) => new()
    {
        Problem = parse.GetValue(_problem) ?? _default.Problem,
        Answer = parse.GetValue(_answer) ?? _default.Answer,
        Id = parse.GetValue(_id) ?? _default.Id,
        Kind = parse.GetValue(_kind) ?? _default.Kind,
        Source = parse.GetValue(_source) ?? _default.Source,
        Topic = parse.GetValue(_topic) ?? _default.Topic,
        Level = parse.GetValue(_level) ?? _default.Level,
        Split = parse.GetValue(_split) ?? _default.Split,
        License = parse.GetValue(_license) ?? _default.License,
        Meta = parse.GetValue(_meta) ?? _default.Meta,
        Solution = parse.GetValue(_solution),
        Label = parse.GetValue(_label),
        Producer = parse.GetValue(_producer),
    };

    private static Option<string?> Name(string field, string what, string usual) =>
        CommonOptions.Text($"--{field}-field", $"The column with {what} (default {usual}).", "NAME");
}
