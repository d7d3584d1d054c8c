using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using SynthFarm.Cli.Terminal;
using SynthFarm.Core.Hygiene.GoldAudit;
using SynthFarm.Farm.ProblemStatistics;
using SynthFarm.Farm.Runs;

namespace SynthFarm.Cli.Commands.Problems.Hygiene;

/// <summary><c>synthfarm problems audit</c>: problems of a run whose gold answers a confident majority of the answers contradicts.</summary>
internal sealed class ProblemsAuditCommand : Command
{
    private readonly AuditOptions _options = new();
    private readonly Option<int?> _list = CommonOptions.Number("--list", "Most problems to list, the surest first (default 100).", 0, 1_000_000);
    private readonly Option<string> _output = CommonOptions.Output();

    public ProblemsAuditCommand()
        : base("audit", "List problems of a run whose gold answers are likely wrong: most of the answers agree on another.")
    {
        _options.AddTo(this);
        Add(_list);
        Add(_output);
        this.Execute(Run);
    }

    private int Run(ParseResult parse, CommandContext context)
    {
        using var run = RunReader.Open(_options.Run(parse), context.Interrupted);
        var options = _options.Read(parse);
        var counts = Enum.GetValues<GoldStanding>().ToDictionary(standing => standing, _ => 0);
        var entries = new List<AuditEntry>();
        foreach (var finished in run.Read().Where(finished => finished.Tree is not null && run.Contains(finished.Problem)))
        {
            context.Interrupted.ThrowIfCancellationRequested();
            var finding = GoldAuditor.Examine(finished.Tree!, options);
            counts[finding.Standing]++;
            if (finding.Standing is GoldStanding.Doubted or GoldStanding.Undecided)
            {
                entries.Add(AuditEntry.Of(finished.Problem, finding));
            }
        }

        // The surest first, in an order that does not depend on when problems ended.
        var listed = entries.OrderBy(entry => entry.Standing).ThenByDescending(entry => (double)entry.Votes / entry.Answers).ThenByDescending(entry => entry.Votes)
            .ThenBy(entry => entry.Id, StringComparer.Ordinal).Take(parse.GetValue(_list) ?? 100).ToList();
        Write(counts, listed, entries.Count - listed.Count, options, parse.GetValue(_output) == "json", context.Out);
        return ExitCodes.Done;
    }

    private static void Write(Dictionary<GoldStanding, int> counts, List<AuditEntry> listed, int more, GoldAuditOptions options, bool asJson, TextWriter output)
    {
        if (asJson)
        {
            var named = counts.ToDictionary(pair => ProblemCounter.NameOf(pair.Key), pair => pair.Value);
            output.WriteLine(JsonSerializer.Serialize(new { options.MinAnswers, options.MinShare, Trees = counts.Values.Sum(), Counts = named, Problems = listed, NotListed = more }, CliJson.Options));
            return;
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{counts.Values.Sum()} trees; at least {options.MinAnswers} answers of which {100 * options.MinShare:0.#} % agree: {counts[GoldStanding.Confirmed]} confirm the gold answer, {counts[GoldStanding.Doubted]} contradict it, {counts[GoldStanding.Undecided]} undecided, {counts[GoldStanding.Labelled]} without a gold answer; {counts[GoldStanding.NoMajority]} have no such majority.\n"));
        TextTable.Write(output, ["problem", "standing", "gold", "majority", "votes"], listed.Select(entry => new[]
        {
            entry.Id, ProblemCounter.NameOf(entry.Standing), entry.Gold, entry.Majority, $"{entry.Votes} of {entry.Answers}",
        }));
        if (more > 0)
        {
            output.WriteLine($"and {more} more (--list).");
        }
    }
}
