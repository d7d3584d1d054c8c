namespace SynthFarm.Core.Hygiene.Triage;

/// <summary>The form of a gold answer.</summary>
public enum AnswerType
{
    /// <summary>There is none.</summary>
    None = 0,

    /// <summary>A whole number.</summary>
    WholeNumber = 1,

    /// <summary>A number with a decimal point.</summary>
    DecimalNumber = 2,

    /// <summary>A quotient of numbers, or a mixed number.</summary>
    Fraction = 3,

    /// <summary>A number with a percent sign.</summary>
    Percentage = 4,

    /// <summary>A number with a unit, a currency or degrees.</summary>
    Quantity = 5,

    /// <summary>Any other single value: radicals, constants, polynomials, functions.</summary>
    Expression = 6,

    /// <summary>An equation, an inequality or a chain of them.</summary>
    Relation = 7,

    /// <summary>Values without brackets between commas, "and" or "or", or with a plus-minus sign.</summary>
    List = 8,

    /// <summary>A point, a vector or an interval: values in brackets.</summary>
    Tuple = 9,

    /// <summary>A set, or sets joined.</summary>
    Set = 10,

    /// <summary>A matrix.</summary>
    Matrix = 11,

    /// <summary>The letter of an option.</summary>
    Choice = 12,

    /// <summary>Yes, no, true or false.</summary>
    YesNo = 13,

    /// <summary>Other words.</summary>
    Words = 14,

    /// <summary>None of these.</summary>
    Unreadable = 15,
}
