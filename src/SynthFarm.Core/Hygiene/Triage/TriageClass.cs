namespace SynthFarm.Core.Hygiene.Triage;

/// <summary>What stands in the way of checking a problem's answers, or must be known about it. In the order in which reports list them.</summary>
public enum TriageClass
{
    /// <summary>Asks for a proof and not for a value.</summary>
    Proof = 0,

    /// <summary>Cannot be understood without a figure.</summary>
    Image = 1,

    /// <summary>Asks several questions.</summary>
    MultiPart = 2,

    /// <summary>Lists options by letter.</summary>
    MultipleChoice = 3,

    /// <summary>Is answered by yes or no, true or false, and so by guessing in half the cases.</summary>
    YesNo = 4,

    /// <summary>Has no gold answer, or a placeholder for one.</summary>
    MissingAnswer = 5,

    /// <summary>Has a gold answer that cannot be compared with: not readable, a sentence, several answers, an option that is not there.</summary>
    MalformedAnswer = 6,
}
