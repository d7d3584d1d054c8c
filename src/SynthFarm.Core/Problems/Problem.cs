using System.Text.Json;

namespace SynthFarm.Core.Problems;

/// <summary>
/// One problem of a problem set. Immutable. Its identity is <see cref="Id"/>: the id given in the file or, where none is given, the hash
/// of statement, answer, kind and meta. Identity never depends on the position in a file.
/// </summary>
public sealed record Problem
{
    private Problem(string id, bool hasGivenId, string statement, string? answer)
    {
        Id = id;
        HasGivenId = hasGivenId;
        Statement = statement;
        Answer = answer ?? "";
        HasGold = answer is not null;
    }

    /// <summary>The given id or, without one, 32 lower-case hex digits of <see cref="ProblemIdentity.ContentId"/>.</summary>
    public string Id { get; }

    /// <summary>Whether the id was given rather than derived from the contents.</summary>
    public bool HasGivenId { get; }

    /// <summary>The text of the problem, verbatim (field <c>problem</c>).</summary>
    public string Statement { get; }

    /// <summary>The gold answer as text (field <c>answer</c>); empty where there is none.</summary>
    public string Answer { get; }

    /// <summary>Whether there is a gold answer. Without one no answer is correct; a majority can label the problem.</summary>
    public bool HasGold { get; }

    /// <summary>The family or answer type, e.g. <c>countdown</c>; null for general text problems.</summary>
    public string? Kind { get; private init; }

    public string? Source { get; private init; }

    public string? Topic { get; private init; }

    public string? Level { get; private init; }

    /// <summary>The split asked for, e.g. <c>train</c> or <c>test</c>; null means <c>train</c>.</summary>
    public string? Split { get; private init; }

    public string? License { get; private init; }

    /// <summary>Family-specific data, e.g. countdown's numbers and target; undefined when the problem has none.</summary>
    public JsonElement Meta { get; private init; }

    /// <summary>SHA-256 (hex) over every field: two problems with one id are the same problem only when this is equal too.</summary>
    public string ContentHash { get; private init; } = "";

    /// <summary>Creates a problem and derives its identity.</summary>
    /// <exception cref="ArgumentException">The statement or the answer is empty.</exception>
    public static Problem Create(ProblemFields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        ArgumentException.ThrowIfNullOrEmpty(fields.Statement);
        if (fields.Answer is not null)
        {
            ArgumentException.ThrowIfNullOrEmpty(fields.Answer);
        }

        var meta = fields.Meta is { ValueKind: not (JsonValueKind.Undefined or JsonValueKind.Null) } given ? given.Clone() : default;
        var id = fields.Id ?? ProblemIdentity.ContentId(fields);
        return new Problem(id, fields.Id is not null, fields.Statement, fields.Answer)
        {
            Kind = fields.Kind,
            Source = fields.Source,
            Topic = fields.Topic,
            Level = fields.Level,
            Split = fields.Split,
            License = fields.License,
            Meta = meta,
            ContentHash = ProblemIdentity.ContentHash(fields),
        };
    }
}
