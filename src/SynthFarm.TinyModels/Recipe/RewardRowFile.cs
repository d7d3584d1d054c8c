using System.Text.Json;
using System.Text.Json.Serialization;
using SynthFarm.Inference.Training;

namespace SynthFarm.TinyModels.Recipe;

/// <summary>Rows for reward-model training as JSON lines: <c>{"tokens":[...],"positions":[...],"labels":[...]}</c>.</summary>
public static class RewardRowFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>Writes the rows under a temporary name, then moves them into place.</summary>
    public static void Write(string path, IEnumerable<RewardExample> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var partial = path + ".partial";
        using (var writer = new StreamWriter(partial))
        {
            foreach (var row in rows)
            {
                writer.WriteLine(JsonSerializer.Serialize(row, Options));
            }
        }

        File.Move(partial, path, overwrite: true);
    }

    /// <exception cref="InvalidDataException">A line is not a row; the message names it.</exception>
    public static IReadOnlyList<RewardExample> Read(string path)
    {
        var rows = new List<RewardExample>();
        foreach (var line in File.ReadLines(path))
        {
            try
            {
                rows.Add(JsonSerializer.Deserialize<RewardExample>(line, Options) ?? throw new JsonException("null"));
            }
            catch (JsonException error)
            {
                throw new InvalidDataException($"{path}, line {rows.Count + 1}: not a row of tokens, positions and labels: {error.Message}", error);
            }
        }

        return rows.Count > 0 ? rows : throw new InvalidDataException($"{path} holds no rows.");
    }
}
