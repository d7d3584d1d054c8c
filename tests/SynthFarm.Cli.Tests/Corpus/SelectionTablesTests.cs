using SynthFarm.Cli.Commands.Corpus;
using SynthFarm.Core.Selection;
using SynthFarm.Core.Selection.Candidates;
using SynthFarm.Core.Selection.Mixture;
using SynthFarm.Corpus.Publishing;
using SynthFarm.Corpus.Selection;
using SynthFarm.TestKit;

namespace SynthFarm.Cli.Tests.Corpus;

public class SelectionTablesTests
{
    [Fact]
    public void The_report_is_printed_as_agreed()
    {
        var options = new SelectionOptions
        {
            Filters = new() { MinTokens = 3 },
            Mixture = new() { Proportions = TopicProportions.Signal, Signal = TopicSignalKind.PassRate },
            Budget = new() { Rows = 24 },
            Split = new() { Test = 0.2 },
            Noise = new() { Share = 0.1 },
        };
        string[] topics = ["algebra", "", "\u001b[31mhostile\n\u202E"];
        var rows = Enumerable.Range(0, 45).Select(i => new SelectionCandidate
        {
            RowId = $"row-{i:D2}",
            ProblemId = $"p-{i:D2}",
            Topic = topics[i % 3],
            TokenCount = i,
            Draws = new DrawCounts(1 + (i % 3), 4),
            WrongAnswerCount = 1,
            Mark = i % 15 == 4 ? CurationDecision.Reject : i % 15 == 5 ? CurationDecision.Flag : null,
            Text = new TextFeatureReader([], []).Read($"Problem {i}", $"A {topics[i % 3]} text of row {i}"),
        }).ToList();
        var output = new StringWriter { NewLine = "\n" };
        SelectionTables.Write(
            new SelectionSummary
            {
                Parent = new SnapshotParent("p", "", "select"),
                Selection = new SnapshotSelection { Version = SelectionPlanner.Version, MarksSha256 = "", Options = options },
                Report = SelectionPlanner.Plan(rows, [], options).Report,
                Configs = [new("sft", 45, 24, 0), new("dpo", 90, 47, 1)],
                UnusedMarks = 2,
            },
            output);
        Golden.Verify(output.ToString());
    }
}
