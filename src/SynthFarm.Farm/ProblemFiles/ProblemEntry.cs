using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using SynthFarm.Core.Problems;

namespace SynthFarm.Farm.ProblemFiles;

/// <summary>What is kept in memory of a problem: who it is and where it stands, not its text.</summary>
/// <param name="Id">128 bits of SHA-256 of its id.</param>
/// <param name="Contents">128 bits of its content hash.</param>
/// <param name="Offset">Where its line begins in the file.</param>
/// <param name="Length">The line's bytes without the line break.</param>
/// <param name="Line">The line's number, negative when its id was not given.</param>
internal readonly record struct ProblemEntry(UInt128 Id, UInt128 Contents, long Offset, int Length, int Line)
{
    public int LineNumber => Math.Abs(Line);

    public bool HasGivenId => Line > 0;

    public static ProblemEntry Of(Problem problem, FileLine line) => new(
        IdOf(problem.Id), ContentsOf(problem.ContentHash), line.Offset, (int)line.Length, problem.HasGivenId ? line.Number : -line.Number);

    public static UInt128 IdOf(string id) => BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(id)));

    public static UInt128 ContentsOf(string contentHash) => BinaryPrimitives.ReadUInt128LittleEndian(Convert.FromHexString(contentHash.AsSpan(0, 32)));
}
