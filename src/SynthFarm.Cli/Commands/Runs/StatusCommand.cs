using System.CommandLine;
using System.Text.Json;
using SynthFarm.Cli.Terminal;
using SynthFarm.Farm.Progress;
using SynthFarm.Farm.Runs;

namespace SynthFarm.Cli.Commands.Runs;

/// <summary><c>synthfarm status</c>: how far a run is, whether or not a process works on it.</summary>
internal sealed class StatusCommand : Command
{
    private readonly Argument<string> _directory = CommonOptions.Directory("The run directory.");
    private readonly Option<string> _output = CommonOptions.Output();

    public StatusCommand()
        : base("status", "Tell how far a run is.")
    {
        Add(_directory);
        Add(_output);
        this.Execute(Run);
    }

    private int Run(ParseResult parse, CommandContext context)
    {
        var directory = parse.GetRequiredValue(_directory);
        using var run = RunReader.Open(directory, context.Interrupted);
        var (file, progress) = (run.File, run.Progress());
        if (parse.GetValue(_output) == "json")
        {
            context.Out.WriteLine(JsonSerializer.Serialize(new
            {
                directory,
                file.RunId,
                progress.State,
                progress.Problems,
                open = progress.Pending,
                progress.Totals.Accepted,
                progress.Totals.Exhausted,
                progress.Totals.Failed,
                progress.Totals.Funnel,
                progress.Totals.Steps,
                progress.Totals.Tokens,
                progress.Totals.Reasons,
                progress.Duplicates,
                progress.Absent,
                file.ConfigHash,
                file.Configuration,
            }, CliJson.Options));
        }
        else
        {
            Write(directory, file, progress, context.Out);
        }

        return ExitCodes.Done;
    }

    private static void Write(string directory, RunFile file, RunProgress progress, TextWriter output)
    {
        var totals = progress.Totals;
        output.WriteLine($"run       {TerminalText.Line(directory)} is {CliJson.Name(progress.State)} (configuration {file.ConfigHash[..12]})");
        output.WriteLine($"models    {TerminalText.Line($"{file.Configuration["policy"]}")}, {TerminalText.Line($"{file.Configuration["reward"]}")}; search {file.Spec.Search.Name}, seed {file.Spec.Seed}");
        output.WriteLine($"problems  {progress.Problems}: {totals.Accepted} accepted, {totals.Exhausted} exhausted, {totals.Failed} failed, {progress.Pending} open; {progress.Duplicates} duplicate lines, {progress.Absent} absent");
        output.WriteLine($"trees     {totals.Funnel.Trees} with {totals.Steps} steps and {totals.Tokens} tokens; {totals.Funnel.Paths} paths ended, {totals.Funnel.Answered} answered, {totals.Funnel.Correct} correct");
        if (progress.State is RunState.Interrupted or RunState.Failed)
        {
            output.WriteLine($"go on     {TerminalText.Line(ResumeHint.For(directory))}");
        }
    }
}
