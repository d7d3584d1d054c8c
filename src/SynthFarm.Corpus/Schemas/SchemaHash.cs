using System.Security.Cryptography;
using System.Text;
using SynthFarm.Parquet.Schema;

namespace SynthFarm.Corpus.Schemas;

/// <summary>Names a schema by its contents.</summary>
internal static class SchemaHash
{
    /// <summary>SHA-256 of the message form, 64 lower-case hex digits.</summary>
    public static string Of(ParquetSchema schema) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(schema.ToString())));
}
