namespace SynthFarm.Core.Selection.Mixture;

/// <summary>Where the topics' proportions come from.</summary>
public enum TopicProportions
{
    /// <summary>As the rows fall.</summary>
    Natural = 0,

    /// <summary>The same for all topics.</summary>
    Uniform = 1,

    /// <summary>As given in the targets.</summary>
    Targets = 2,

    /// <summary>From targets or, without any, natural proportions, by the rule of Llama-3-SynE and a signal.</summary>
    Signal = 3,
}
