namespace SynthFarm.Core.Answers.Expressions;

/// <summary>How a comma between digits is read.</summary>
internal enum CommaReading
{
    /// <summary><c>1,234</c> outside brackets is one number; elsewhere commas separate.</summary>
    Thousands,

    /// <summary>Commas separate, whatever stands around them.</summary>
    Separator,

    /// <summary><c>1,25</c> is the number that others write <c>1.25</c>.</summary>
    DecimalPoint,
}
