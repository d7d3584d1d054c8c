using System.Globalization;
using System.Text.Json;

namespace SynthFarm.Formats.Json;

/// <summary>
/// What has to be changed in one record to get another. An import keeps it beside what its types hold, so that an export of the same format
/// gives the record back.
/// </summary>
/// <remarks>
/// A patch is JSON: an object names the fields (or the numbers of the items, for arrays of one length) that differ and holds a patch for
/// each; <c>{"=": value}</c> puts a value in place, <c>{"-": true}</c> takes a field away, and <c>{"[]": [0, {"=": value}]}</c> makes an array of
/// the old one's items, by number, and of others.
/// </remarks>
internal static class RecordPatch
{
    private const string Put = "=";
    private const string Remove = "-";
    private const string Arrange = "[]";

    /// <summary>The patch that turns <paramref name="from"/> into <paramref name="to"/>; null when they are the same.</summary>
    public static RecordValue? Between(RecordValue from, RecordValue to)
    {
        if (from.SameAs(to))
        {
            return null;
        }

        if (IsPlain(from) && IsPlain(to))
        {
            var removed = from.Fields.Where(f => to[f.Key] is null).Select(f => KeyValuePair.Create(f.Key, RecordValue.Object((Remove, RecordValue.Of(true)))));
            var changed = to.Fields
                .Select(f => KeyValuePair.Create(f.Key, from[f.Key] is { } before ? Between(before, f.Value) : RecordValue.Object((Put, f.Value))))
                .Where(f => f.Value is not null)
                .Select(f => KeyValuePair.Create(f.Key, f.Value!));
            return RecordValue.Object([.. removed, .. changed]);
        }

        if (from.Kind == JsonValueKind.Array && to.Kind == JsonValueKind.Array && from.Items.Count == to.Items.Count)
        {
            return RecordValue.Object([.. to.Items
                .Select((item, i) => KeyValuePair.Create(i.ToString(CultureInfo.InvariantCulture), Between(from.Items[i], item)))
                .Where(item => item.Value is not null)
                .Select(item => KeyValuePair.Create(item.Key, item.Value!))]);
        }

        return from.Kind == JsonValueKind.Array && to.Kind == JsonValueKind.Array
            ? RecordValue.Object((Arrange, Arrangement(from, to)))
            : RecordValue.Object((Put, to));
    }

    /// <summary>Applies a patch.</summary>
    /// <param name="patch">What <see cref="Between"/> gave; null changes nothing. Where it does not fit the record, the rest is left as it is.</param>
    public static RecordValue Apply(RecordValue record, RecordValue? patch)
    {
        if (patch is null)
        {
            return record;
        }

        if (patch[Put] is { } value)
        {
            return value;
        }

        if (patch[Arrange] is { } arrangement)
        {
            return RecordValue.Array([.. arrangement.Items.Select(item => item[Put] ?? ItemAt(record, item))]);
        }

        if (record.Kind == JsonValueKind.Array)
        {
            return RecordValue.Array([.. record.Items.Select((item, i) => Apply(item, patch[i.ToString(CultureInfo.InvariantCulture)]))]);
        }

        return patch.Fields.Aggregate(record, (result, change) =>
            change.Value[Remove] is not null ? result.Without(change.Key)
            : result[change.Key] is { } before ? result.With(change.Key, Apply(before, change.Value))
            : change.Value[Put] is { } added ? result.With(change.Key, added)
            : result);
    }

    /// <summary>Whether it is an object no field of which could be taken for a patch's own.</summary>
    private static bool IsPlain(RecordValue value) => value.Kind == JsonValueKind.Object && value[Put] is null && value[Remove] is null && value[Arrange] is null;

    private static RecordValue Arrangement(RecordValue from, RecordValue to)
    {
        var items = new List<RecordValue>();
        var next = 0;
        foreach (var item in to.Items)
        {
            if (next < from.Items.Count && from.Items[next].SameAs(item))
            {
                items.Add(RecordValue.Of(next++));
            }
            else
            {
                items.Add(RecordValue.Object((Put, item)));
            }
        }

        return RecordValue.Array(items);
    }

    private static RecordValue ItemAt(RecordValue array, RecordValue number) =>
        int.TryParse(number.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < array.Items.Count ? array.Items[at] : RecordValue.Null;
}
