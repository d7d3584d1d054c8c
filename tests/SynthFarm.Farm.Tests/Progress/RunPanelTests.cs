using SynthFarm.Core.Models;
using SynthFarm.Farm.Pipeline;
using SynthFarm.Farm.Specification;
using SynthFarm.Farm.Tests.Support;
using SynthFarm.TestKit.Models;

namespace SynthFarm.Farm.Tests.Progress;

public sealed class RunPanelTests : IDisposable
{
    private readonly FarmHarness _farm = new()
    {
        Services = new RunServices(),
        Policy = new RecordingPolicyModel(new ScriptedPolicyModel((request, seed) =>
            ScriptedPolicyModel.Candidate($"Answer: {(seed.Value % 2 == 0 ? "\\frac{1}{2}" : "0.5")}", StepFinish.EndOfText))),
    };

    public void Dispose() => _farm.Dispose();

    [Fact]
    public async Task Report_counts_and_lists_where_rules_disagree_in_order_of_ids()
    {
        _farm.Spec = _farm.Spec with { Panel = new PanelOptions { MaxListed = 3 } };
        _farm.WriteLines(Enumerable.Range(1, 9).Select(n => $$"""{"id":"p{{n}}","problem":"What is half of one? ({{n}})","answer":"\\frac{2}{4}"}"""));

        var report = await _farm.RunAsync();

        // The MATH rule compares strings, ours values.
        Assert.Equal((9L, 0L), (report.Totals.Accepted, report.Totals.Exhausted));
        Assert.Equal(report.Panel!.Summary.Pairs, report.Panel.Summary.Disagreements);
        Assert.Equal("synthfarm", report.Panel.Summary.Rules[0].Rule);
        Assert.Equal(report.Panel.Summary.Pairs, report.Panel.Summary.Rules[0].Correct);
        Assert.Equal(3, report.Panel.Listed.Count);
        Assert.Equal("p1", report.Panel.Listed[0].ProblemId);
        Assert.Contains("synthfarm", report.Panel.Listed[0].Correct);
        Assert.Contains("hendrycks", report.Panel.Listed[0].Wrong);
        Assert.Contains("| p1 | ", await File.ReadAllTextAsync(_farm.At("run", "report.md"), TestContext.Current.CancellationToken), StringComparison.Ordinal);

        // Started again, the stored trees give the same counts.
        var again = await _farm.RunAsync(withProblems: false);
        Assert.Equal(report.Panel.Summary.Rules, again.Panel!.Summary.Rules);
        Assert.Equal(report.Panel.Summary.Between, again.Panel.Summary.Between);
        Assert.Equal(report.Panel.Listed.Select(entry => (entry.ProblemId, entry.StepId)), again.Panel.Listed.Select(entry => (entry.ProblemId, entry.StepId)));
    }

    [Fact]
    public async Task Comparison_can_be_turned_off_and_leaves_families_alone()
    {
        _farm.Spec = _farm.Spec with { Panel = new PanelOptions { Enabled = false } };
        _farm.WriteProblems(2);
        Assert.Null((await _farm.RunAsync()).Panel);

        _farm.Spec = _farm.Spec with { Panel = new PanelOptions() };
        _farm.WriteLines(["""{"problem":"Compute 1 + 1.","answer":"2","kind":"arithmetic"}"""]);
        Assert.Null((await _farm.RunAsync("families")).Panel);
    }
}
