using System.CommandLine;
using System.Globalization;
using System.Numerics;
using System.CommandLine.Parsing;

namespace SynthFarm.Cli.Commands;

/// <summary>Options that several commands share, and makers of options whose errors say what is allowed.</summary>
internal static class CommonOptions
{
    /// <summary>Accepted by every command.</summary>
    public static Option<bool> Verbose { get; } = new("--verbose") { Description = "Show details, such as where an error arose.", Recursive = true };

    /// <summary><c>--output text|json</c>.</summary>
    public static Option<string> Output() => OneOf("--output", "How to print the result: text for people, json for programs.", "text", "text", "json");

    /// <summary>An option that takes one of a few words.</summary>
    public static Option<string> OneOf(string name, string description, string? defaultValue, params string[] allowed)
    {
        var option = new Option<string>(name)
        {
            Description = description,
            HelpName = string.Join('|', allowed),
            CustomParser = result => Array.IndexOf(allowed, Single(result)) >= 0
                ? Single(result)
                : Fault<string>(result, $"{name} is '{Single(result)}'; allowed are {string.Join(", ", allowed)}."),
        };
        if (defaultValue is null)
        {
            option.Required = true;
        }
        else
        {
            option.DefaultValueFactory = _ => defaultValue;
        }

        return option;
    }

    /// <summary>An option that takes a number between two bounds; null when it is not given.</summary>
    public static Option<T?> Number<T>(string name, string description, T min, T max)
        where T : struct, INumber<T>
    {
        return new Option<T?>(name)
        {
            Description = description,
            HelpName = "N",
            CustomParser = result =>
                T.TryParse(Single(result), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var value)
                && value >= min && value <= max
                    ? value
                    : Fault<T?>(result, $"{name} is '{Single(result)}'; allowed are numbers from {min} to {max}."),
        };
    }

    /// <summary>An option that takes text.</summary>
    public static Option<string?> Text(string name, string description, string helpName, bool required = false) =>
        new(name) { Description = description, HelpName = helpName, Required = required };

    /// <summary>An option that takes a model's URI; the shipped model by default.</summary>
    public static Option<string> Model(string name, string description) =>
        new(name) { Description = description, HelpName = "URI", DefaultValueFactory = _ => Models.ModelUri.Tiny };

    /// <summary>The argument <c>DIR</c>.</summary>
    public static Argument<string> Directory(string description) => new("DIR") { Description = description };

    private static string Single(ArgumentResult result) => result.Tokens.Count == 0 ? "" : result.Tokens[^1].Value;

    private static T? Fault<T>(ArgumentResult result, string message)
    {
        result.AddError(message);
        return default;
    }
}
