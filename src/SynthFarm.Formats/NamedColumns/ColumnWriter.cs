using SynthFarm.Formats.Json;
using SynthFarm.Formats.Records;

namespace SynthFarm.Formats.NamedColumns;

/// <summary>Writes a problem's fields under the names the user gives; <c>meta</c> without what an import keeps there.</summary>
/// <param name="metaAsText">Whether <c>meta</c> is written as text, for files whose cells hold no objects.</param>
internal sealed class ColumnWriter(FieldNames names, bool metaAsText) : IFormatWriter
{
    public RecordValue Write(ExportedRecord record)
    {
        var problem = record.Problem;
        var meta = record.Meta?.Without(ImportMemory.Field);
        return RecordValue.Object(
            (names.Id, problem.HasGivenId && !ImportMemory.IsDerivedId(problem) ? RecordValue.Of(problem.Id) : null),
            (names.Problem, RecordValue.Of(problem.Statement)),
            (names.Answer, RecordValue.Of(problem.Answer)),
            (names.Kind, Optional(problem.Kind)),
            (names.Source, Optional(problem.Source)),
            (names.Topic, Optional(problem.Topic)),
            (names.Level, Optional(problem.Level)),
            (names.Split, Optional(problem.Split)),
            (names.License, Optional(problem.License)),
            (names.Meta, meta is not { Fields.Count: > 0 } ? null : metaAsText ? RecordValue.Of(RecordJson.ToText(meta)) : meta),
            (names.Solution ?? ExportedRecord.ReferenceSolution, names.Solution is null || record.Tree is null ? null : RecordValue.Of(record.Thought)));
    }

    private static RecordValue? Optional(string? text) => text is null ? null : RecordValue.Of(text);
}
