using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SynthFarm.Corpus.Durability;

/// <summary>
/// JSON files that vouch for themselves: the last field, <c>sha256</c>, is the SHA-256 of every byte before its value. Any changed or
/// missing byte makes the file unreadable with a message that says so.
/// </summary>
internal static class SealedJson
{
    private const string SealName = ",\n  \"sha256\": \"";
    private const string Tail = "\"\n}\n";
    private const int HashLength = 64;

    private static readonly JsonSerializerOptions _options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        NewLine = "\n",
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
    };

    public static byte[] Serialize<T>(T value)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(value, _options).AsSpan()[..^"\n}".Length];
        var result = new byte[json.Length + SealName.Length + HashLength + Tail.Length];
        json.CopyTo(result);
        Encoding.ASCII.GetBytes(SealName, result.AsSpan(json.Length));
        var prefix = result.AsSpan(0, json.Length + SealName.Length);
        Encoding.ASCII.GetBytes(Hash(prefix) + Tail, result.AsSpan(prefix.Length));
        return result;
    }

    /// <exception cref="CorpusException">The seal is broken or the contents are not what is expected; the message names the file.</exception>
    public static T Deserialize<T>(byte[] bytes, string fileName)
        where T : class
    {
        var prefixLength = bytes.Length - Tail.Length - HashLength;
        if (prefixLength <= SealName.Length)
        {
            throw new CorpusException($"{fileName}: cut short; {bytes.Length} bytes are no sealed file.");
        }

        var prefix = bytes.AsSpan(0, prefixLength);
        var end = Encoding.Latin1.GetString(bytes, prefixLength - SealName.Length, bytes.Length - prefixLength + SealName.Length);
        if (end != SealName + Hash(prefix) + Tail)
        {
            throw new CorpusException($"{fileName}: the contents do not match the checksum at the file's end; it was changed or cut.");
        }

        try
        {
            var body = bytes.AsSpan(0, prefixLength - SealName.Length);
            return JsonSerializer.Deserialize<T>([.. body, .. "\n}"u8], _options)
                ?? throw new CorpusException($"{fileName}: holds nothing.");
        }
        catch (JsonException e)
        {
            throw new CorpusException($"{fileName}: {e.Message}", e);
        }
    }

    /// <summary>The checksum at the end of sealed bytes, which stands for all that is before it.</summary>
    public static string SealOf(ReadOnlySpan<byte> bytes) => Encoding.Latin1.GetString(bytes[^(Tail.Length + HashLength)..^Tail.Length]);

    private static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
