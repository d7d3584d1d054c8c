using System.Text.Json;

namespace SynthFarm.Core.Configuration;

/// <summary>Spells enumerations as a configuration does.</summary>
internal static class OptionText
{
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>Names with commas between them.</summary>
    public static string List<T>(IEnumerable<T> values)
        where T : struct, Enum => string.Join(", ", values.Select(Of));
}
