using System.Globalization;

namespace SynthFarm.Core.Configuration;

/// <summary>Checks options against their bounds.</summary>
internal static class OptionBounds
{
    /// <summary>The options, once they are within their bounds.</summary>
    /// <exception cref="ArgumentException">They are not; the message is the first that <paramref name="validate"/> gives.</exception>
    public static T Checked<T>(T options, Func<T, IEnumerable<string>> validate)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(options);
        return validate(options).FirstOrDefault() is { } fault ? throw new ArgumentException(fault, nameof(options)) : options;
    }

    /// <summary>One message per number that is not within its bounds, both included.</summary>
    public static IEnumerable<string> Faults(string path, IEnumerable<(string Name, double Value, double Min, double Max)> options) => options
        .Where(option => !(option.Value >= option.Min && option.Value <= option.Max))
        .Select(option => string.Create(CultureInfo.InvariantCulture, $"{path}.{option.Name} is {option.Value}; allowed are {option.Min} to {option.Max}."));
}
