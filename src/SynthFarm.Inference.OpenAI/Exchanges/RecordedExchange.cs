using System.Text.Json;
using System.Text.Json.Nodes;
using SynthFarm.Core.Models;

namespace SynthFarm.Inference.OpenAI.Exchanges;

/// <summary>
/// Answers kept in a folder, one file for each request, named by the request's hash. A request that was answered before gets the same answer again, so a run
/// and its replay say the same whatever the servers' seeds are worth.
/// </summary>
/// <param name="folder">Where they are.</param>
/// <param name="inner">Who is asked for what is not there; null to replay only.</param>
internal sealed class RecordedExchange(string folder, IExchange? inner) : IExchange
{
    private const string Format = "synthfarm-exchange/1";

    public async Task<JsonObject> AskAsync(ServedCall call, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Read(PathOf(call)) is { } known)
        {
            return known;
        }

        if (inner is null)
        {
            throw new ModelException($"The request {call.Hash[..16]} to {call.Route} has no recorded answer in {folder}.");
        }

        return Keep(call, await inner.AskAsync(call, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Puts an answer down unless there is one, and gives back what is there then.</summary>
    /// <exception cref="ModelException">It cannot be written, or what is there cannot be read.</exception>
    public JsonObject Keep(ServedCall call, JsonObject answer)
    {
        var path = PathOf(call);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var record = new JsonObject { ["format"] = Format, ["route"] = call.Route, ["request"] = call.Body?.DeepClone(), ["answer"] = answer.DeepClone() };
            var temporary = $"{path}.{Guid.NewGuid():n}.tmp";
            File.WriteAllText(temporary, record.ToJsonString());
            try
            {
                File.Move(temporary, path, overwrite: false);
                return answer;
            }
            catch (IOException) when (File.Exists(path))
            {
                File.Delete(temporary);
                return Read(path)!;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ModelException($"{path} cannot be recorded: {e.Message}", e);
        }
    }

    private string PathOf(ServedCall call)
    {
        var hash = call.Hash;
        return Path.Combine(folder, hash[..2], $"{hash}.json");
    }

    private static JsonObject? Read(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            return JsonNode.Parse(file) is JsonObject record && record["format"]?.GetValue<string>() == Format && record["answer"] is JsonObject answer
                ? answer.DeepClone().AsObject()
                : throw new ModelException($"{path} is no recorded answer of the format {Format}.");
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            throw new ModelException($"{path} cannot be read as a recorded answer: {e.Message}", e);
        }
    }
}
