namespace SynthFarm.Core.Answers.Expressions;

/// <summary>The kinds of <see cref="MathNode"/>, with what its items are.</summary>
internal enum NodeKind
{
    /// <summary>A value; <see cref="MathNode.Decimals"/> tells how it was written. Text holds the base where one was.</summary>
    Number,

    /// <summary>A variable or a constant such as <c>\pi</c> by its name.</summary>
    Symbol,

    /// <summary>Words that are no mathematics.</summary>
    Words,

    /// <summary>Plus or minus infinity, by its sign in Number.</summary>
    Infinity,

    /// <summary>Any number of terms.</summary>
    Sum,

    /// <summary>Any number of factors.</summary>
    Product,

    /// <summary>Dividend, divisor.</summary>
    Quotient,

    /// <summary>Base, exponent.</summary>
    Power,

    /// <summary>One item, negated.</summary>
    Negation,

    /// <summary>Item with both signs; Text is <c>+-</c> or <c>-+</c>.</summary>
    PlusMinus,

    /// <summary>A named function of its items.</summary>
    Function,

    /// <summary>One item in hundredths.</summary>
    Percent,

    /// <summary>One item in degrees.</summary>
    Degree,

    /// <summary>One item with a unit or other trailing words in Text.</summary>
    Quantity,

    /// <summary>Items between brackets that are kept in Text, e.g. <c>[)</c>: a point, an interval.</summary>
    Tuple,

    /// <summary>Items between braces.</summary>
    Set,

    /// <summary>Items without brackets; Text is <c>,</c>, <c>and</c> or <c>or</c>.</summary>
    List,

    /// <summary>Rows, each a List.</summary>
    Matrix,

    /// <summary>Operands; Text holds the relations between them, separated by spaces.</summary>
    Relation,

    /// <summary>Sets, joined as Text says: <c>union</c>, <c>intersection</c> or <c>without</c>.</summary>
    Sets,
}
