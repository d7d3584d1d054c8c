using System.Globalization;

namespace SynthFarm.Core.Search;

/// <summary>Checks a section of numbers against their bounds.</summary>
internal static class OptionBounds
{
    /// <summary>One message per number that is not within its bounds, both included.</summary>
    public static IEnumerable<string> Faults(string path, IEnumerable<(string Name, double Value, double Min, double Max)> options) => options
        .Where(option => !(option.Value >= option.Min && option.Value <= option.Max))
        .Select(option => string.Create(CultureInfo.InvariantCulture, $"{path}.{option.Name} is {option.Value}; allowed are {option.Min} to {option.Max}."));
}
