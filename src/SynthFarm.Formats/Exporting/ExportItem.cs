using SynthFarm.Core.Problems;
using SynthFarm.Core.Reasoning;

namespace SynthFarm.Formats.Exporting;

/// <summary>A problem, with its tree where it has one.</summary>
internal readonly record struct ExportItem(Problem Problem, ReasoningTree? Tree);
