using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using SynthFarm.Corpus.Publishing;
using SynthFarm.Corpus.Store;

namespace SynthFarm.Corpus.Selection;

/// <summary>Writes and reads the report of a selection: JSON with names as in the manifest.</summary>
public static class SelectionFile
{
    private static readonly JsonSerializerOptions _options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
    };

    /// <exception cref="CorpusException">The snapshot was not selected, or the file cannot be read.</exception>
    public static SelectionSummary Read(string snapshotDirectory)
    {
        var path = Path.Combine(snapshotDirectory, SelectionSummary.FileName);
        try
        {
            return JsonSerializer.Deserialize<SelectionSummary>(File.ReadAllBytes(path), _options)
                ?? throw new CorpusException($"{path}: holds nothing.");
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new CorpusException($"{path}: {e.Message}", e);
        }
    }

    internal static FileEntry Write(string directory, SelectionSummary summary)
        => SnapshotText.Write(directory, SelectionSummary.FileName, JsonSerializer.Serialize(summary, _options) + "\n");
}
