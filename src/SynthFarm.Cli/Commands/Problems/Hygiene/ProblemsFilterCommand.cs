using System.CommandLine;
using System.Text.Json;
using SynthFarm.Cli.Terminal;
using SynthFarm.Core.Hygiene.Triage;
using SynthFarm.Farm.ProblemStatistics;

namespace SynthFarm.Cli.Commands.Problems.Hygiene;

/// <summary><c>synthfarm problems filter</c>: leaves out problems of the triage classes that one names.</summary>
internal sealed class ProblemsFilterCommand : Command
{
    private readonly HygieneInput _input = new();
    private readonly Option<string?> _out = CommonOptions.Text("--out", "The file to write; an existing one is replaced.", "FILE", required: true);
    private readonly Option<IReadOnlySet<TriageClass>> _drop = new("--drop")
    {
        Description = $"The classes to leave out, with commas: {string.Join(", ", Enum.GetValues<TriageClass>().Select(ProblemCounter.NameOf))}.",
        HelpName = "CLASS,...",
        Required = true,
        CustomParser = Parse,
    };

    private readonly Option<string?> _report = CommonOptions.Text("--report", "Where to list what was left out, as JSON lines.", "FILE");
    private readonly Option<string> _output = CommonOptions.Output();

    public ProblemsFilterCommand()
        : base("filter", "Leave out problems by triage class: proofs, images, several parts, choices, yes or no, missing or malformed gold answers.")
    {
        _input.AddTo(this);
        foreach (var option in new Option[] { _out, _drop, _report, _output })
        {
            Add(option);
        }

        this.Execute(Run);
    }

    private int Run(ParseResult parse, CommandContext context)
    {
        var drop = parse.GetRequiredValue(_drop);
        var dropped = new SortedDictionary<int, (string Id, TriageFinding Finding)>();
        var index = 0;
        var file = _input.Read(parse, problem =>
        {
            foreach (var finding in ProblemTriage.Examine(problem).Findings.Where(finding => drop.Contains(finding.Class)).Take(1))
            {
                dropped.Add(index, (problem.Id, finding));
            }

            index++;
        }, context);
        var path = parse.GetRequiredValue(_out)!;
        OutputFile.Write("--out", path, partial => file.Copy(partial, i => !dropped.ContainsKey(i)));
        OutputFile.WriteReport(
            parse.GetValue(_report), dropped.Select(entry => new { Line = file.LineOf(entry.Key), entry.Value.Id, entry.Value.Finding.Class, entry.Value.Finding.Reason }));
        var counts = dropped.Values.GroupBy(entry => entry.Finding.Class).OrderBy(group => group.Key).ToDictionary(group => ProblemCounter.NameOf(group.Key), group => group.Count());
        context.Out.WriteLine(parse.GetValue(_output) == "json"
            ? JsonSerializer.Serialize(
                new { file.Report.File, Out = path, file.Report.Problems, EqualLines = file.Report.Duplicates, Kept = file.Count - dropped.Count, Dropped = counts }, CliJson.Options)
            : $"{file.Count} problems: {file.Count - dropped.Count} kept, {dropped.Count} left out{(dropped.Count == 0 ? "" : $" ({string.Join(", ", counts.Select(count => $"{count.Value} {count.Key}"))})")}.");
        return ExitCodes.Done;
    }

    private static IReadOnlySet<TriageClass>? Parse(System.CommandLine.Parsing.ArgumentResult result)
    {
        var classes = Enum.GetValues<TriageClass>().ToDictionary(ProblemCounter.NameOf);
        var chosen = new HashSet<TriageClass>();
        foreach (var name in result.Tokens.SelectMany(token => token.Value.Split(',', StringSplitOptions.TrimEntries)))
        {
            if (!classes.TryGetValue(name, out var known))
            {
                result.AddError($"--drop names '{name}'; allowed are {string.Join(", ", classes.Keys)}.");
                return null;
            }

            chosen.Add(known);
        }

        return chosen;
    }
}
