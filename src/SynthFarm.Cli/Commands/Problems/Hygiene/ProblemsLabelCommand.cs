using System.CommandLine;
using System.Text.Json;
using SynthFarm.Cli.Terminal;
using SynthFarm.Core.Hygiene.GoldAudit;
using SynthFarm.Core.Problems;
using SynthFarm.Farm.Runs;

namespace SynthFarm.Cli.Commands.Problems.Hygiene;

/// <summary><c>synthfarm problems label</c>: the problems of a run without a gold answer, each with its majority's.</summary>
internal sealed class ProblemsLabelCommand : Command
{
    private readonly AuditOptions _options = new();
    private readonly Option<string?> _out = CommonOptions.Text("--out", "The file to write; an existing one is replaced (- for standard output).", "FILE", required: true);
    private readonly Option<string> _output = CommonOptions.Output();

    public ProblemsLabelCommand()
        : base("label", "Write the problems of a run that have no gold answer with the answer that most of their paths agree on.")
    {
        _options.AddTo(this);
        Add(_out);
        Add(_output);
        this.Execute(Run);
    }

    private int Run(ParseResult parse, CommandContext context)
    {
        using var run = RunReader.Open(_options.Run(parse), context.Interrupted);
        var options = _options.Read(parse);
        var labels = new Dictionary<string, GoldFinding>(StringComparer.Ordinal);
        foreach (var finished in run.Read().Where(finished => finished.Tree is not null && !finished.Problem.HasGold && run.Contains(finished.Problem)))
        {
            context.Interrupted.ThrowIfCancellationRequested();
            var finding = GoldAuditor.Examine(finished.Tree!, options);
            if (finding.Standing == GoldStanding.Labelled)
            {
                labels.Add(finished.Problem.Id, finding);
            }
        }

        var (gold, unlabelled) = (0, 0);
        ProblemWriter.Write(parse.GetRequiredValue(_out)!, Labelled(), context);
        var (path, counts) = (parse.GetRequiredValue(_out), new { Labelled = labels.Count, NoMajority = unlabelled, HaveGold = gold });
        var line = parse.GetValue(_output) == "json"
            ? JsonSerializer.Serialize(counts, CliJson.Options)
            : $"{labels.Count} labelled; {unlabelled} have no majority, {gold} have a gold answer of their own.";
        (path == "-" ? context.Error : context.Out).WriteLine(line);
        return ExitCodes.Done;

        IEnumerable<Problem> Labelled()
        {
            foreach (var problem in run.Problems())
            {
                var finding = labels.GetValueOrDefault(problem.Id);
                gold += problem.HasGold ? 1 : 0;
                unlabelled += !problem.HasGold && finding is null ? 1 : 0;
                if (finding is not null)
                {
                    yield return MajorityLabel.Apply(problem, finding);
                }
            }
        }
    }
}
