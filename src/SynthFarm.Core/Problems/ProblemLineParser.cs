using System.Text;
using System.Text.Unicode;

namespace SynthFarm.Core.Problems;

/// <summary>Reads a line of a problem file: one JSON object in UTF-8.</summary>
/// <remarks>
/// <para>Fields are <c>problem</c> and <c>answer</c> (required, not blank), and <c>id</c>, <c>kind</c>, <c>source</c>, <c>topic</c>,
/// <c>level</c>, <c>split</c>, <c>license</c> (strings) and <c>meta</c> (an object); an optional field that is null counts as absent. Other
/// fields are allowed and ignored: files from elsewhere carry columns of their own. An <c>answer</c> may be a JSON number and then stands
/// for its text as written.</para>
/// <para>Every fault of a line is reported, up to <see cref="MaxFaults"/>; where the JSON itself is broken, that is the last.</para>
/// </remarks>
public static class ProblemLineParser
{
    /// <summary>The largest line unless configured otherwise: 1 MB.</summary>
    public const int DefaultMaxBytes = 1_000_000;

    /// <summary>How deep objects and arrays may be nested, the line's own object included.</summary>
    public const int MaxDepth = 64;

    /// <summary>The most faults reported for one line.</summary>
    public const int MaxFaults = 100;

    /// <summary>Reads one line; a pure function that throws for no bytes whatever.</summary>
    /// <param name="line">The line, with or without its line break; in line 1 a byte order mark is skipped.</param>
    /// <param name="lineNumber">The line's number in its file, from 1, for the faults.</param>
    /// <param name="maxBytes">The largest line allowed.</param>
    /// <param name="allowsNoAnswer">Whether an <c>answer</c> that is absent, null or blank means a problem without a gold answer instead of a fault.</param>
    public static ProblemLine Parse(ReadOnlySpan<byte> line, int lineNumber, int maxBytes = DefaultMaxBytes, bool allowsNoAnswer = false)
    {
        line = line.TrimEnd("\r\n"u8);
        if (line.Length > maxBytes)
        {
            return Fault(lineNumber, maxBytes + 1, $"found a line of {line.Length} bytes; allowed are {maxBytes}");
        }

        if (!Utf8.IsValid(line))
        {
            var at = FirstInvalidByte(line);
            return Fault(lineNumber, at + 1, $"found the byte 0x{line[at]:X2}; allowed is UTF-8");
        }

        var offset = lineNumber == 1 && line.StartsWith("\uFEFF"u8) ? 3 : 0;
        var scan = new ProblemLineScan(lineNumber, offset);
        scan.Read(line[offset..]);
        if (scan.IsComplete && new ProblemFieldReader(scan, allowsNoAnswer).TryRead(out var fields))
        {
            var problem = Problem.Create(fields);
            foreach (var fault in FamilyFaults(problem))
            {
                scan.AddFault(fault.Field, fault.Message);
            }

            if (scan.Faults.Count == 0)
            {
                return new ProblemLine(problem, []);
            }
        }

        return new ProblemLine(null, [.. scan.Faults.OrderBy(fault => fault.Column)]);
    }

    private static IReadOnlyList<ProblemFault> FamilyFaults(Problem problem) => ProblemFamilies.Find(problem.Kind) is not { } family ? []
        : problem.HasGold ? family.Validate(problem)
        : [new ProblemFault("answer", $"found none; a problem of the kind {family.Kind} has one")];

    private static ProblemLine Fault(int line, int column, string message) => new(null, [new ProblemLineFault(line, column, "", message)]);

    private static int FirstInvalidByte(ReadOnlySpan<byte> line)
    {
        var at = 0;
        while (Rune.DecodeFromUtf8(line[at..], out _, out var length) == System.Buffers.OperationStatus.Done)
        {
            at += length;
        }

        return at;
    }
}
