using System.Globalization;
using System.Text;

namespace SynthFarm.Inference.Tokenization.Text;

/// <summary>What normalisation needs to know of characters, read from normalization.txt when first asked. Code points throughout.</summary>
internal sealed class NormalizationData
{
    private static readonly Lazy<NormalizationData> Loaded = new(() => new NormalizationData());

    private readonly Dictionary<int, int[]> _canonical = [];
    private readonly Dictionary<int, int[]> _compatible = [];
    private readonly Dictionary<(int, int), int> _composites = [];
    private readonly Dictionary<int, byte> _classes = [];

    private NormalizationData()
    {
        using Stream stream = typeof(NormalizationData).Assembly.GetManifestResourceStream("normalization.txt")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
            ReadLine(line.Split(' '));
    }

    public static NormalizationData Instance => Loaded.Value;

    /// <summary>The combining class; 0 for a character that starts anew.</summary>
    public byte Class(int code) => _classes.GetValueOrDefault(code);

    /// <summary>What a character is taken apart into, perhaps further; null where it stays.</summary>
    public int[]? Parts(int code, bool compatible) =>
        compatible && _compatible.TryGetValue(code, out int[]? parts) || _canonical.TryGetValue(code, out parts) ? parts : null;

    /// <summary>The character that two make up.</summary>
    public bool TryCompose(int first, int second, out int composite) => _composites.TryGetValue((first, second), out composite);

    private void ReadLine(string[] words)
    {
        switch (words[0])
        {
            case "=":
                _canonical.Add(Code(words[1]), [Code(words[2]), Code(words[3])]);
                _composites.Add((Code(words[2]), Code(words[3])), Code(words[1]));
                break;
            case "-":
                _canonical.Add(Code(words[1]), [.. words[2..].Select(Code)]);
                break;
            case "~":
                _compatible.Add(Code(words[1]), [.. words[2..].Select(Code)]);
                break;
            case "^":
                foreach (string[] ends in words[2..].Select(range => range.Split("..")))
                    for (int code = Code(ends[0]); code <= Code(ends[^1]); code++)
                        _classes.Add(code, byte.Parse(words[1], CultureInfo.InvariantCulture));
                break;
        }
    }

    private static int Code(string hex) => int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
