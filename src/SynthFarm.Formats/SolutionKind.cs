namespace SynthFarm.Formats;

/// <summary>What a format holds besides problems, and so what of a tree it is written from.</summary>
internal enum SolutionKind
{
    /// <summary>A reference solution at most; a problem alone can be written.</summary>
    Reference,

    /// <summary>One path; each path that ended gives a record.</summary>
    Path,

    /// <summary>A path with the siblings beside it; a tree gives one record.</summary>
    Siblings,

    /// <summary>A long thought; a tree with a correct path gives one record.</summary>
    LongThought,
}
