using SynthFarm.Core.Problems;

namespace SynthFarm.Core.Models;

/// <summary>A model that can show what it is sent for a problem before it is sent.</summary>
public interface IPromptPreview
{
    /// <summary>The first prompt for a problem, filled in.</summary>
    string Preview(Problem problem);
}
