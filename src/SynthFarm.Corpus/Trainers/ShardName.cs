using System.Globalization;

namespace SynthFarm.Corpus.Trainers;

/// <summary>The name by which the Hub's tools find a shard's split: <c>train-00000-of-00004.parquet</c>.</summary>
internal readonly record struct ShardName(string Split, int Index, int Total)
{
    private const int Digits = 5;

    public static bool TryParse(string file, out ShardName name)
    {
        name = default;
        if (!file.EndsWith(TrainerFiles.Extension, StringComparison.Ordinal))
        {
            return false;
        }

        var parts = file[..^TrainerFiles.Extension.Length].Split('-');
        if (parts.Length != 4 || parts[2] != "of" || parts[0].Length == 0 || !parts[0].All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.')
            || !TryNumber(parts[1], out var index) || !TryNumber(parts[3], out var total))
        {
            return false;
        }

        name = new ShardName(parts[0], index, total);
        return true;
    }

    private static bool TryNumber(string text, out int number)
    {
        number = 0;
        return text.Length == Digits && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
