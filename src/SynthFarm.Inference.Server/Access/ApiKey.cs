using System.Security.Cryptography;
using System.Text;

namespace SynthFarm.Inference.Server.Access;

/// <summary>Compares keys in a time that tells nothing of where they differ.</summary>
internal sealed class ApiKey(string key)
{
    /// <summary>Most characters of a key.</summary>
    public const int MaxLength = 512;

    private const string Scheme = "Bearer ";

    // Hashes have one length, so that the key's own is not told either.
    private readonly byte[] _hash = Hash(key);

    /// <summary>Whether a text can be sent as a key.</summary>
    public static bool IsUsable(string key) => key.Length is > 0 and <= MaxLength && key.All(c => c is > ' ' and <= '~');

    /// <summary>Whether an <c>Authorization</c> header brings a key at all.</summary>
    public static bool IsGiven(string? authorization) => authorization?.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Whether an <c>Authorization</c> header brings this key.</summary>
    public bool Admits(string? authorization) =>
        IsGiven(authorization) && CryptographicOperations.FixedTimeEquals(Hash(authorization![Scheme.Length..].Trim()), _hash);

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
