using System.CommandLine;
using System.Text.Json;
using SynthFarm.Cli.Terminal;
using SynthFarm.Core.Hygiene.Contamination;
using SynthFarm.Farm.ProblemFiles;

namespace SynthFarm.Cli.Commands.Problems.Hygiene;

/// <summary><c>synthfarm problems decontaminate</c>: leaves out problems that share text with benchmarks.</summary>
internal sealed class ProblemsDecontaminateCommand : Command
{
    private readonly HygieneInput _input = new();
    private readonly Option<string[]> _against = new("--against")
    {
        Description = "A benchmark as JSON lines; give it once for each.", HelpName = "NAME=FILE", Required = true, Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string?> _out = CommonOptions.Text("--out", "The file to write; an existing one is replaced.", "FILE", required: true);
    private readonly Option<string?> _report = CommonOptions.Text("--report", "Where to list what was left out, as JSON lines.", "FILE");
    private readonly Option<string> _output = CommonOptions.Output();

    public ProblemsDecontaminateCommand()
        : base("decontaminate", "Leave out problems that share 8 words in a row with a benchmark, or equal a short item.")
    {
        _input.AddTo(this);
        foreach (var option in new Option[] { _against, _out, _report, _output })
        {
            Add(option);
        }

        this.Execute(Run);
    }

    private int Run(ParseResult parse, CommandContext context)
    {
        var benchmarks = parse.GetRequiredValue(_against).Select(argument => BenchmarkReader.Read(argument, context)).ToList();
        if (benchmarks.GroupBy(benchmark => benchmark.Name).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw CliException.Usage($"--against names {twice.Key} twice; allowed are different names.");
        }

        var matches = new SortedDictionary<int, (string Id, List<ContaminationMatch> Matches)>();
        var index = 0;
        var file = _input.Read(parse, problem =>
        {
            var found = benchmarks.Select(benchmark => benchmark.Find(problem.Statement)).OfType<ContaminationMatch>().ToList();
            if (found.Count > 0)
            {
                matches.Add(index, (problem.Id, found));
            }

            index++;
        }, context);
        var path = parse.GetRequiredValue(_out)!;
        OutputFile.Write("--out", path, partial => file.Copy(partial, i => !matches.ContainsKey(i)));
        OutputFile.WriteReport(parse.GetValue(_report), matches.Select(match => new { Line = file.LineOf(match.Key), match.Value.Id, match.Value.Matches }));
        Write(file, path, benchmarks, [.. matches.Values.SelectMany(match => match.Matches)], matches.Count, parse.GetValue(_output) == "json", context.Out);
        return ExitCodes.Done;
    }

    private static void Write(
        ScannedProblemFile file, string path, List<BenchmarkIndex> benchmarks, List<ContaminationMatch> matches, int removed, bool asJson, TextWriter output)
    {
        var rows = benchmarks.Select(benchmark => new
        {
            benchmark.Name,
            benchmark.Items,
            NGrams = benchmark.Runs,
            benchmark.ShortItems,
            Problems = matches.Count(match => match.Benchmark == benchmark.Name),
            ItemsMatched = matches.Where(match => match.Benchmark == benchmark.Name).Select(match => match.Item).Distinct().Count(),
        }).ToList();
        if (asJson)
        {
            output.WriteLine(JsonSerializer.Serialize(
                new { file.Report.File, Out = path, file.Report.Problems, EqualLines = file.Report.Duplicates, Kept = file.Count - removed, Removed = removed, Benchmarks = rows }, CliJson.Options));
            return;
        }

        output.WriteLine($"{file.Count} problems: {file.Count - removed} kept, {removed} left out.\n");
        TextTable.Write(output, ["benchmark", "items", "8-grams", "short items", "problems", "items matched"], rows.Select(row => (IReadOnlyList<string>)
            [row.Name, $"{row.Items}", $"{row.NGrams}", $"{row.ShortItems}", $"{row.Problems}", $"{row.ItemsMatched}"]));
    }
}
