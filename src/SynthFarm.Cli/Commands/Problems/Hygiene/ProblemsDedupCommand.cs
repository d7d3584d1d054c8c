using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using SynthFarm.Cli.Terminal;
using SynthFarm.Core.Hygiene.Duplicates;
using SynthFarm.Farm.ProblemFiles;

namespace SynthFarm.Cli.Commands.Problems.Hygiene;

/// <summary><c>synthfarm problems dedup</c>: leaves out problems that repeat earlier ones.</summary>
internal sealed class ProblemsDedupCommand : Command
{
    private const int BatchSize = 4096;

    private readonly HygieneInput _input = new();
    private readonly Option<string?> _out = CommonOptions.Text("--out", "The file to write; an existing one is replaced.", "FILE", required: true);
    private readonly Option<bool> _near = new("--near") { Description = "Leave out near duplicates too." };
    private readonly Option<double?> _threshold = CommonOptions.Number("--threshold", "Jaccard similarity of near duplicates (default 0.8).", 0.3, 1.0);
    private readonly Option<int?> _shingle = CommonOptions.Number("--shingle", "Tokens to a shingle (default 3).", 1, 8);
    private readonly Option<string> _numbers = CommonOptions.OneOf(
        "--numbers", "Whether problems with other numbers are other problems, or numbers are ignored.", "distinguish", "distinguish", "ignore");

    private readonly Option<string?> _report = CommonOptions.Text("--report", "Where to list what was left out, as JSON lines.", "FILE");
    private readonly Option<string> _output = CommonOptions.Output();

    public ProblemsDedupCommand()
        : base("dedup", "Leave out problems that repeat earlier ones; the first is kept.")
    {
        _input.AddTo(this);
        foreach (var option in new Option[] { _out, _near, _threshold, _shingle, _numbers, _report, _output })
        {
            Add(option);
        }

        Validators.Add(result =>
        {
            if (!result.GetValue(_near) && new Option[] { _threshold, _shingle, _numbers }.FirstOrDefault(option => result.GetResult(option) is { Implicit: false }) is { } option)
            {
                result.AddError($"{option.Name} is for near duplicates; give --near too.");
            }
        });
        this.Execute(Run);
    }

    private int Run(ParseResult parse, CommandContext context)
    {
        var options = parse.GetValue(_near) ? NearOptions(parse) : null;
        var finder = new DuplicateFinder(options, Math.Min(Environment.ProcessorCount, 16));
        var batch = new List<string>(BatchSize);
        var file = _input.Read(parse, problem =>
        {
            batch.Add(problem.Statement);
            if (batch.Count == BatchSize)
            {
                finder.Add(batch);
                batch.Clear();
            }
        }, context);
        finder.Add(batch);
        var path = parse.GetRequiredValue(_out)!;
        OutputFile.Write("--out", path, partial => file.Copy(partial, index => finder.Find(index) is null));
        OutputFile.WriteReport(parse.GetValue(_report), Entries(file, finder));
        Write(DedupSummary.Of(file.Report, path, finder, options), parse.GetValue(_output) == "json", context.Out);
        return ExitCodes.Done;
    }

    private NearDuplicateOptions NearOptions(ParseResult parse)
    {
        var defaults = new NearDuplicateOptions();
        return defaults with
        {
            Threshold = parse.GetValue(_threshold) ?? defaults.Threshold,
            ShingleLength = parse.GetValue(_shingle) ?? defaults.ShingleLength,
            Numbers = parse.GetValue(_numbers) == "ignore" ? NumberTreatment.Ignore : NumberTreatment.Distinguish,
        };
    }

    private static IEnumerable<DuplicateEntry> Entries(ScannedProblemFile file, DuplicateFinder finder) =>
        Enumerable.Range(0, finder.Count)
            .Select(index => (Index: index, Duplicate: finder.Find(index)))
            .Where(entry => entry.Duplicate is not null)
            .Select(entry => DuplicateEntry.Of(file, entry.Index, entry.Duplicate!.Value));

    private static void Write(DedupSummary summary, bool asJson, TextWriter output) => output.WriteLine(asJson
        ? JsonSerializer.Serialize(summary, CliJson.Options)
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{summary.Problems} problems ({summary.EqualLines} equal lines more): {summary.Kept} kept, {summary.Exact} exact and {summary.Near} near duplicates in {summary.Clusters} clusters, the largest of {summary.LargestCluster}{(summary.PassedOver > 0 ? $"; {summary.PassedOver} crowded buckets not compared in full" : "")}."));
}
