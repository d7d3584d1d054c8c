using SynthFarm.Formats.Json;

namespace SynthFarm.Formats.Faults;

/// <summary>Something wrong in a file that is imported or exported.</summary>
/// <param name="File">The file as the user named it.</param>
/// <param name="Unit">What <paramref name="Line"/> counts: <c>line</c> or <c>row</c>.</param>
/// <param name="Line">From 1; 0 when the file as a whole is meant.</param>
/// <param name="Column">The byte in the line, from 1; 0 where there is none, as in Parquet.</param>
/// <param name="Field">The field, e.g. <c>label.steps[3].chosen_completion</c>; empty when the record as a whole is meant.</param>
/// <param name="Message">What was found and what is allowed; one line, foreign text in it is quoted and cut.</param>
public sealed record ImportFault(string File, string Unit, long Line, int Column, string Field, string Message)
{
    /// <summary><c>a.jsonl: line 3, column 17, field answer: found null; ...</c></summary>
    public override string ToString()
    {
        string[] place = [Line > 0 ? $"{Unit} {Line}" : "", Column > 0 ? $"column {Column}" : "", Field.Length > 0 ? $"field {Field}" : ""];
        var where = string.Join(", ", place.Where(part => part.Length > 0));
        return where.Length == 0 ? $"{File}: {Message}" : $"{File}: {where}: {Message}";
    }

    internal static ImportFault At(SourceFile file, RecordPosition position, string field, string message) =>
        new(file.Name, file.Unit, position.Line, position.Column, field, message);
}
