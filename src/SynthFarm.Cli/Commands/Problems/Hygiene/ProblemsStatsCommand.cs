using System.CommandLine;
using System.Text.Json;
using SynthFarm.Cli.Terminal;
using SynthFarm.Core.Hygiene.Duplicates;
using SynthFarm.Core.Hygiene.Triage;
using SynthFarm.Farm.ProblemStatistics;

namespace SynthFarm.Cli.Commands.Problems.Hygiene;

/// <summary><c>synthfarm problems stats</c>: what a problem file holds, in numbers.</summary>
internal sealed class ProblemsStatsCommand : Command
{
    private readonly HygieneInput _input = new();
    private readonly Option<string> _output = CommonOptions.Output();

    public ProblemsStatsCommand()
        : base("stats", "Count problems by source, topic, kind, level, triage class and form of answer, lengths and repeated statements.")
    {
        _input.AddTo(this);
        Add(_output);
        this.Execute(Run);
    }

    private int Run(ParseResult parse, CommandContext context)
    {
        var (counter, finder) = (new ProblemCounter(), new DuplicateFinder());
        var file = _input.Read(parse, problem =>
        {
            counter.Add(problem, ProblemTriage.Examine(problem));
            finder.Add([problem.Statement]);
        }, context);
        var repeated = Enumerable.Range(0, finder.Count).Count(index => finder.Find(index) is not null);
        var counts = counter.Counts();
        if (parse.GetValue(_output) == "json")
        {
            context.Out.WriteLine(JsonSerializer.Serialize(
                new { file.Report.File, file.Report.Lines, EqualLines = file.Report.Duplicates, RepeatedStatements = repeated, Counts = counts }, CliJson.Options));
        }
        else
        {
            context.Out.WriteLine($"{counts.Problems} problems, {file.Report.Duplicates} equal lines more, {repeated} statements that repeat earlier ones\n");
            ProblemTables.Write(counts, context.Out);
        }

        return ExitCodes.Done;
    }
}
