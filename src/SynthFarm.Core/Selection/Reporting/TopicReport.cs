using SynthFarm.Core.Selection.Mixture;

namespace SynthFarm.Core.Selection.Reporting;

/// <summary>What became of a topic.</summary>
/// <param name="Topic">Its name; empty for rows without one.</param>
/// <param name="Before">What there was.</param>
/// <param name="ShareBefore">Its share of all there was, 0 to 1, in rows, or in tokens where the budget is in tokens.</param>
/// <param name="Target">Its part of the mixture.</param>
/// <param name="After">What was selected.</param>
/// <param name="ShareAfter">Its share of that.</param>
public sealed record TopicReport(string Topic, SelectionTotals Before, double ShareBefore, TopicTarget Target, SelectionTotals After, double ShareAfter);
