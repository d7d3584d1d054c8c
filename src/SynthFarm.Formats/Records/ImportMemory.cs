using System.Globalization;
using System.Text.Json;
using SynthFarm.Core.Problems;
using SynthFarm.Formats.Json;

namespace SynthFarm.Formats.Records;

/// <summary>
/// What an import keeps in a problem's <c>meta.import</c>, so that an export of the same format gives every record back: the format's name and,
/// for each record, the steps of its solution in the tree, its fields that our types do not have, and a patch for those that differ.
/// </summary>
internal static class ImportMemory
{
    /// <summary>The field of <c>meta</c>.</summary>
    public const string Field = "import";

    private const string FormatField = "format";
    private const string RecordsField = "records";
    private const string StepsField = "steps";
    private const string FormField = "form";
    private const string FieldsField = "fields";
    private const string PatchField = "patch";
    private const string AddedField = "added";

    /// <summary>The id of a problem whose source gives none: that of its contents, without what an import put into <c>meta</c>.</summary>
    public static string DerivedId(ProblemFields fields)
    {
        var meta = fields.Meta is { } element ? RecordJson.OfElement(element)?.Without(Field).Without(ExportedRecord.ReferenceSolution) : null;
        return ProblemIdentity.ContentId(fields with { Meta = meta is { Fields.Count: > 0 } ? RecordJson.ToElement(meta) : null });
    }

    /// <summary>Whether a problem's id is the one <see cref="DerivedId"/> gives.</summary>
    public static bool IsDerivedId(Problem problem) => problem.Id == DerivedId(new ProblemFields
    {
        Statement = problem.Statement,
        Answer = problem.Answer,
        Kind = problem.Kind,
        Meta = problem.Meta.ValueKind == JsonValueKind.Undefined ? null : problem.Meta,
    });

    /// <summary>What has to be kept of a record beside what the writer gives back; no fields when that is all.</summary>
    public static RecordValue Rest(RecordValue written, RecordValue source)
    {
        var added = source.Fields.Where(field => written[field.Key] is null).ToList();
        var common = RecordValue.Object([.. source.Fields.Where(field => written[field.Key] is not null)]);
        var patch = RecordPatch.Between(written, common);
        return RecordValue.Object((FieldsField, added.Count == 0 ? null : RecordValue.Object(added)), (PatchField, patch));
    }

    /// <summary>The memory of a problem without a tree; null when there is nothing to remember.</summary>
    /// <param name="added">Fields of the problem that no record has: what the import was told to put there.</param>
    public static RecordValue? OfProblem(string format, IReadOnlyList<string> added, RecordValue rest) =>
        rest.Fields.Count + added.Count == 0 ? null : RecordValue.Object([.. Head(format, added), .. rest.Fields]);

    /// <summary>The memory of a problem with a tree.</summary>
    /// <inheritdoc cref="OfProblem"/>
    public static RecordValue OfRecords(string format, IReadOnlyList<string> added, IReadOnlyList<RecordValue> records) =>
        RecordValue.Object([.. Head(format, added), KeyValuePair.Create(RecordsField, RecordValue.Array(records))]);

    /// <summary>The problem as its records have it, without what the import was told to put there.</summary>
    public static Problem WithoutAdded(Problem problem, RecordValue memory)
    {
        var added = (memory[AddedField]?.Items ?? []).Select(item => item.Text).ToList();
        return added.Count == 0 ? problem : Problem.Create(new ProblemFields
        {
            Id = problem.HasGivenId ? problem.Id : null,
            Statement = problem.Statement,
            Answer = problem.Answer,
            Kind = problem.Kind,
            Source = added.Contains("source") ? null : problem.Source,
            Topic = problem.Topic,
            Level = problem.Level,
            Split = added.Contains("split") ? null : problem.Split,
            License = added.Contains("license") ? null : problem.License,
            Meta = problem.Meta.ValueKind == JsonValueKind.Undefined ? null : problem.Meta,
        });
    }

    /// <summary>One record of <see cref="OfRecords"/>.</summary>
    public static RecordValue OfRecord(IReadOnlyList<int> steps, string? form, RecordValue rest) => RecordValue.Object(
    [
        KeyValuePair.Create(StepsField, RecordValue.Array([.. steps.Select(id => RecordValue.Of(id))])),
        .. form is null ? [] : new[] { KeyValuePair.Create(FormField, RecordValue.Of(form)) },
        .. rest.Fields,
    ]);

    /// <summary>The memory of an import of this format or one of its kin; null where the problem came from elsewhere.</summary>
    public static RecordValue? Of(RecordValue? meta, ProblemFormat format) =>
        meta?[Field] is { Kind: JsonValueKind.Object } memory && memory[FormatField] is { IsText: true } name && (name.Text == format.Name || format.Kin.Contains(name.Text))
            ? memory
            : null;

    /// <summary>The records with a solution; empty for a problem alone.</summary>
    public static IReadOnlyList<RecordValue> Records(RecordValue memory) => memory[RecordsField]?.Items ?? [];

    /// <summary>The ids of a record's steps, or null where they do not fit a tree of so many steps.</summary>
    public static IReadOnlyList<int>? Steps(RecordValue record, int count)
    {
        var ids = new List<int>();
        foreach (var item in record[StepsField]?.Items ?? [])
        {
            if (!int.TryParse(item.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) || id < 1 || id >= count)
            {
                return null;
            }

            ids.Add(id);
        }

        return ids;
    }

    public static string? Form(RecordValue record) => record[FormField] is { IsText: true } form ? form.Text : null;

    /// <summary>The record as it was, from what the writer gives and what was kept.</summary>
    public static RecordValue Restore(RecordValue written, RecordValue memory) =>
        (memory[FieldsField]?.Fields ?? []).Aggregate(RecordPatch.Apply(written, memory[PatchField]), (record, field) => record.With(field.Key, field.Value));

    private static IEnumerable<KeyValuePair<string, RecordValue>> Head(string format, IReadOnlyList<string> added)
    {
        yield return KeyValuePair.Create(FormatField, RecordValue.Of(format));
        if (added.Count > 0)
        {
            yield return KeyValuePair.Create(AddedField, RecordValue.Array([.. added.Select(field => RecordValue.Of(field))]));
        }
    }
}
