using System.CommandLine;
using System.Globalization;

namespace SynthFarm.Cli.Commands.Evaluate;

/// <summary>Options that take several different values between commas.</summary>
internal static class ListOption
{
    /// <summary>An option of at least one value; empty when it is not given.</summary>
    /// <param name="read">One value; throws <see cref="FormatException"/> saying what was found and what is allowed.</param>
    public static Option<T[]> Create<T>(string name, string description, string helpName, Func<string, T> read) => new(name)
    {
        Description = description,
        HelpName = helpName,
        Arity = ArgumentArity.ExactlyOne,
        CustomParser = result =>
        {
            try
            {
                var values = result.Tokens[^1].Value.Split(',', StringSplitOptions.TrimEntries).Select(read).ToArray();
                return values.Distinct().Count() == values.Length ? values : throw new FormatException($"found '{result.Tokens[^1].Value}'; allowed is each value once");
            }
            catch (FormatException e)
            {
                result.AddError($"{name}: {e.Message}.");
                return null;
            }
        },
    };

    /// <summary>Reads a number between two bounds.</summary>
    public static int Number(string text, int min, int max) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max
            ? value
            : throw new FormatException($"found '{text}'; allowed are whole numbers from {min} to {max}");
}
