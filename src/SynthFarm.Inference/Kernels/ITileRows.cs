namespace SynthFarm.Inference.Kernels;

/// <summary>A row count known to the JIT, so that one tile source compiles to one straight loop per count.</summary>
internal interface ITileRows
{
    static abstract int Count { get; }
}

internal static class TileRows
{
    internal struct One : ITileRows { public static int Count => 1; }
    internal struct Two : ITileRows { public static int Count => 2; }
    internal struct Three : ITileRows { public static int Count => 3; }
    internal struct Four : ITileRows { public static int Count => 4; }
    internal struct Five : ITileRows { public static int Count => 5; }
    internal struct Six : ITileRows { public static int Count => 6; }
    internal struct Seven : ITileRows { public static int Count => 7; }
    internal struct Eight : ITileRows { public static int Count => 8; }
}
