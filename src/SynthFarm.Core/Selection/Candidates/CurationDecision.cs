namespace SynthFarm.Core.Selection.Candidates;

/// <summary>What a curator says about a row.</summary>
public enum CurationDecision
{
    /// <summary>Good: the row passes all filters, and comes first wherever some of several rows are taken.</summary>
    Accept = 0,

    /// <summary>Bad: the row is left out.</summary>
    Reject = 1,

    /// <summary>To be looked at again: changes nothing, but is counted.</summary>
    Flag = 2,
}
