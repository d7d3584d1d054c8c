namespace SynthFarm.Core.Selection.Curriculum;

/// <summary>What makes a row easy: a low value of this.</summary>
public enum CurriculumMeasure
{
    /// <summary>The problem's difficulty.</summary>
    Difficulty = 0,

    /// <summary>The text's perplexity (Llama-3-SynE orders by it); rows where it is not known come last.</summary>
    Perplexity = 1,

    Tokens = 2,
    Steps = 3,
    Backtracks = 4,
}
