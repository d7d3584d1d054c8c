namespace SynthFarm.Core.Reasoning;

/// <summary>Kinds of errors in a step, most basic first. The numbers are persisted.</summary>
public enum StepErrorKind
{
    None = 0,

    /// <summary>The step does not have the form of a step.</summary>
    Unreadable = 1,

    /// <summary>The stated result is not what the operation gives.</summary>
    ArithmeticSlip = 2,

    /// <summary>A number is used that is not there, or not there any more.</summary>
    NumberNotAvailable = 3,

    /// <summary>The operation is not allowed, or gives a result that is not allowed (negative, a fraction).</summary>
    NotAllowed = 4,

    /// <summary>The numbers said to be left are not the ones that are left.</summary>
    WrongBookkeeping = 5,

    /// <summary>The operation is not one the expression asks for next.</summary>
    WrongOrder = 6,

    /// <summary>The step is sound but nothing that can follow reaches the goal.</summary>
    DeadEnd = 7,

    /// <summary>The stated answer is wrong.</summary>
    WrongAnswer = 8,

    /// <summary>The checker ran out of its work units.</summary>
    Undecided = 9,
}
