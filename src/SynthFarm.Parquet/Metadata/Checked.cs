namespace SynthFarm.Parquet.Metadata;

/// <summary>Checks on numbers that come from a file.</summary>
internal static class Checked
{
    public static T Defined<T>(int value, string what)
        where T : struct, Enum
    {
        var named = (T)(object)value;
        return Enum.IsDefined(named) ? named : throw new CorruptDataException($"unknown {what} {value}");
    }

    public static int NotNegative(int value, string what)
        => value >= 0 ? value : throw new CorruptDataException($"{what} is {value}");

    public static long NotNegative(long value, string what)
        => value >= 0 ? value : throw new CorruptDataException($"{what} is {value}");
}
