using System.Security.Cryptography;
using System.Text;

namespace SynthFarm.Core.Reasoning;

/// <summary>A tree's id follows from what decides it, so that equal runs name equal trees alike.</summary>
public static class ReasoningTreeId
{
    /// <summary>24 hex digits of SHA-256 over the problem's content hash, the run's configuration hash, the round and the tree's index.</summary>
    public static string Create(string problemContentHash, string configHash, int round, int index)
    {
        ArgumentException.ThrowIfNullOrEmpty(problemContentHash);
        ArgumentException.ThrowIfNullOrEmpty(configHash);
        var text = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{problemContentHash}\n{configHash}\n{round}\n{index}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..24];
    }
}
