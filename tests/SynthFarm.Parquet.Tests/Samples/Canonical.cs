using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SynthFarm.Parquet.Rows;

namespace SynthFarm.Parquet.Tests.Samples;

/// <summary>One text per value, the same in every implementation that reads a file; tests/Interop/canonical.mjs is its twin.</summary>
internal static class Canonical
{
    /// <summary>The text of a value: numbers as the bits of a double, 64-bit integers in decimal, anything but plain ASCII escaped.</summary>
    public static string Text(object? value)
    {
        var text = new StringBuilder();
        Append(text, value);
        return text.ToString();
    }

    /// <summary>SHA-256 over the texts of a column's values, one per line.</summary>
    public static string Hash(IEnumerable<object?> column)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var value in column) hash.AppendData(Encoding.ASCII.GetBytes(Text(value) + "\n"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(StringBuilder text, object? value)
    {
        switch (value)
        {
            case null: text.Append("null"); break;
            case bool b: text.Append(b ? "true" : "false"); break;
            case int i: Number(text, i); break;
            case float f: Number(text, f); break;
            case double d: Number(text, d); break;
            case long l: text.Append(CultureInfo.InvariantCulture, $"{l}n"); break;
            case string s: String(text, s); break;
            case byte[] bytes: text.Append('x').Append(Convert.ToHexStringLower(bytes)); break;
            case ParquetRow row:
                text.Append('{');
                for (var i = 0; i < row.Names.Count; i++)
                {
                    String(text, row.Names[i]);
                    text.Append(':');
                    Append(text, row.Values[i]);
                    text.Append(',');
                }
                text.Append('}');
                break;
            case System.Collections.IEnumerable items:
                text.Append('[');
                foreach (var item in items)
                {
                    Append(text, item);
                    text.Append(',');
                }
                text.Append(']');
                break;
            default: throw new ArgumentException($"No canonical text for a {value.GetType().Name}.");
        }
    }

    private static void Number(StringBuilder text, double number)
        => text.Append(double.IsNaN(number) ? "#nan" : $"#{BitConverter.DoubleToUInt64Bits(number):x16}");

    private static void String(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var c in value)
        {
            if (c is >= ' ' and < '\x7f' and not ('"' or '\\')) text.Append(c);
            else text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
        }
        text.Append('"');
    }
}
