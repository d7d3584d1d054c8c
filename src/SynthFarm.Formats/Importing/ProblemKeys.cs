using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using SynthFarm.Core.Problems;
using SynthFarm.Formats.Json;
using SynthFarm.Formats.Records;

namespace SynthFarm.Formats.Importing;

/// <summary>Which records are of one problem: those of one id; without ids, of one content; where gold answers are not known, of one statement.</summary>
internal static class ProblemKeys
{
    public static UInt128 Of(ImportedRecord record, ProblemFormat format)
    {
        var text = record.Id is { } id ? "id\n" + id : format.HasNoGold ? "statement\n" + record.Statement : "contents\n" + DerivedId(record, record.Answer!);
        return BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>The id of a problem without one.</summary>
    public static string DerivedId(ImportedRecord record, string answer) => ImportMemory.DerivedId(new ProblemFields
    {
        Statement = record.Statement,
        Answer = answer,
        Kind = record.Kind,
        Meta = record.Meta is { } meta ? RecordJson.ToElement(meta) : null,
    });
}
