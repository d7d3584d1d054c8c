using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using SynthFarm.Core.Selection.Candidates;

namespace SynthFarm.Corpus.Curation;

/// <summary>A mark as a line of JSON. Fields it does not know are allowed and ignored.</summary>
internal static class MarkLine
{
    private static readonly JsonWriterOptions _options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The line with its line feed.</summary>
    public static byte[] Write(CurationMark mark)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, _options))
        {
            writer.WriteStartObject();
            writer.WriteString("row_id", mark.RowId);
            writer.WriteString("decision", NameOf(mark.Decision));
            if (mark.Note is { } note)
            {
                writer.WriteString("note", note);
            }

            if (mark.By is { } by)
            {
                writer.WriteString("by", by);
            }

            writer.WriteString("at", mark.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture));
            writer.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    /// <summary>The word for a decision in files.</summary>
    public static string NameOf(CurationDecision decision) => decision.ToString().ToLowerInvariant();

    /// <summary>Reads a line without its line feed.</summary>
    /// <param name="fault">What is wrong: field, what was found and what is allowed; or the column where the JSON breaks.</param>
    /// <returns>Null when something is wrong.</returns>
    public static CurationMark? Read(ReadOnlyMemory<byte> line, out string fault)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                fault = $"is {document.RootElement.ValueKind}; a mark is a JSON object";
                return null;
            }

            return Read(document.RootElement, out fault);
        }
        catch (JsonException e)
        {
            fault = string.Create(CultureInfo.InvariantCulture, $"column {(e.BytePositionInLine ?? 0) + 1}: no JSON");
            return null;
        }
    }

    private static CurationMark? Read(JsonElement line, out string fault)
    {
        var rowId = Text(line, "row_id", 1, CurationMark.MaxRowIdLength, isRequired: true, out var faultOfId);
        var decisionName = Text(line, "decision", 1, 20, isRequired: true, out var faultOfDecision);
        var note = Text(line, "note", 0, CurationMark.MaxNoteLength, isRequired: false, out var faultOfNote);
        var by = Text(line, "by", 0, CurationMark.MaxByLength, isRequired: false, out var faultOfBy);
        var at = Text(line, "at", 1, 40, isRequired: true, out var faultOfAt);
        var decision = Enum.GetValues<CurationDecision>().Cast<CurationDecision?>().FirstOrDefault(d => NameOf(d!.Value) == decisionName);
        if (decision is null && faultOfDecision.Length == 0)
        {
            faultOfDecision = $"field decision: is \"{decisionName}\"; allowed are {string.Join(", ", Enum.GetValues<CurationDecision>().Select(NameOf))}";
        }

        if (!DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) && faultOfAt.Length == 0)
        {
            faultOfAt = $"field at: is \"{at}\"; a time such as 2026-01-31T12:00:00Z is expected";
        }

        fault = new[] { faultOfId, faultOfDecision, faultOfNote, faultOfBy, faultOfAt }.FirstOrDefault(f => f.Length > 0) ?? "";
        return fault.Length == 0 ? new CurationMark(rowId!, decision!.Value, note, by, time.ToUniversalTime()) : null;
    }

    private static string? Text(JsonElement line, string field, int min, int max, bool isRequired, out string fault)
    {
        fault = "";
        if (!line.TryGetProperty(field, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            fault = isRequired ? $"field {field}: is missing" : "";
            return null;
        }

        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : null;
        if (text is null || text.Length < min || text.Length > max)
        {
            fault = $"field {field}: is {(text is null ? value.ValueKind : $"{text.Length} characters")}; allowed is text of {min} to {max} characters";
        }

        return text;
    }
}
