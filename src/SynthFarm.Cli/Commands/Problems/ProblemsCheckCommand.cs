using System.CommandLine;
using System.Text.Json;
using SynthFarm.Cli.Terminal;
using SynthFarm.Core.Hygiene.Triage;
using SynthFarm.Farm.ProblemFiles;
using SynthFarm.Farm.ProblemStatistics;
using SynthFarm.Farm.Specification;

namespace SynthFarm.Cli.Commands.Problems;

/// <summary><c>synthfarm problems check</c>: everything that is wrong with a problem file, by line, column and field.</summary>
internal sealed class ProblemsCheckCommand : Command
{
    private readonly Argument<string> _file = new("FILE") { Description = "The problem file." };
    private readonly Option<int?> _maxLine = CommonOptions.Number("--max-line-bytes", "Longest line allowed (default 1048576).", 1024, 64 << 20);
    private readonly Option<bool> _unlabelled = new("--unlabelled") { Description = "Allow problems without a gold answer." };
    private readonly Option<string> _output = CommonOptions.Output();

    public ProblemsCheckCommand()
        : base("check", "Check a problem file; ends with 2 when it has faults.")
    {
        Add(_file);
        Add(_maxLine);
        Add(_unlabelled);
        Add(_output);
        this.Execute(Run);
    }

    private int Run(ParseResult parse, CommandContext context)
    {
        var limits = new LimitOptions();
        limits = limits with { MaxLineBytes = parse.GetValue(_maxLine) ?? limits.MaxLineBytes, AllowUnlabelled = parse.GetValue(_unlabelled) };
        var counter = new ProblemCounter();
        var report = ProblemFile.Check(parse.GetRequiredValue(_file), limits, problem => counter.Add(problem, ProblemTriage.Examine(problem)), context.Interrupted);
        if (parse.GetValue(_output) == "json")
        {
            context.Out.WriteLine(JsonSerializer.Serialize(new { report.File, report.Lines, report.Problems, report.Duplicates, report.Kinds, counter.Counts().Triage, report.Faults, report.IsComplete, report.Sha256 }, CliJson.Options));
        }
        else if (report.Faults.Count == 0)
        {
            WriteSound(report, counter.Counts().Triage, context);
        }
        else
        {
            WriteFaults(report, context);
        }

        return report.Faults.Count == 0 ? ExitCodes.Done : ExitCodes.Usage;
    }

    private static void WriteSound(ProblemFileReport report, IReadOnlyList<NamedCount> triage, CommandContext context)
    {
        var kinds = report.Kinds.Select(kind => $"{kind.Value} {(kind.Key.Length == 0 ? "general" : TerminalText.Line(kind.Key, 40))}");
        context.Out.WriteLine($"{report.Problems} problems ({string.Join(", ", kinds)}), {report.Duplicates} duplicate lines, no faults.");
        if (triage.Count > 0)
        {
            context.Out.WriteLine($"To look at (problems stats tells more): {string.Join(", ", triage.Select(count => $"{count.Problems} {count.Name}"))}.");
        }
    }

    private static void WriteFaults(ProblemFileReport report, CommandContext context)
    {
        foreach (var fault in report.Faults)
        {
            context.Out.WriteLine(TerminalText.Line($"{report.File}: {fault}"));
        }

        context.Note(report.IsComplete ? $"{report.Faults.Count} faults." : $"Stopped after {report.Faults.Count} faults; there may be more.");
    }
}
