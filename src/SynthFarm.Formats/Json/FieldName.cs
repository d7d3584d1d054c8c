using SynthFarm.Core.Answers;

namespace SynthFarm.Formats.Json;

/// <summary>Names of fields in messages; names from a file are not trusted.</summary>
internal static class FieldName
{
    private const int MaxLength = 100;

    /// <summary>A path such as <c>label.steps[3].completions</c>; quoted and cut where it is long or holds anything unusual.</summary>
    public static string Of(string path) => path.Length <= MaxLength && path.All(c => char.IsLetterOrDigit(c) || c is '.' or '_' or '-' or ' ' or '[' or ']') ? path : QuotedText.Of(path);
}
