using System.CommandLine;
using System.Globalization;
using SynthFarm.Cli.Commands.Corpus;
using SynthFarm.Cli.Commands.Runs;
using SynthFarm.Cli.Terminal;
using SynthFarm.Farm.Pipeline;
using SynthFarm.Farm.Progress;
using SynthFarm.Farm.Specification;

namespace SynthFarm.Cli.Commands.Demo;

/// <summary><c>synthfarm demo</c>: the whole way on the shipped models, from generated problems to a published snapshot.</summary>
internal sealed class DemoCommand : Command
{
    private const int DefaultProblems = 500;
    private const ulong DefaultSeed = 1;

    private readonly Option<string> _out = new("--out") { Description = "The demo's folder.", HelpName = "DIR", DefaultValueFactory = _ => "./farm-demo" };
    private readonly Option<int?> _problems = CommonOptions.Number("--problems", $"How many problems (default {DefaultProblems}).", 1, 1_000_000);
    private readonly Option<ulong?> _seed = CommonOptions.Number<ulong>("--seed", $"Decides problems and trees (default {DefaultSeed}).", 0, ulong.MaxValue);

    public DemoCommand()
        : base("demo", "Make a small corpus from generated problems with the shipped models. Run again, it goes on.")
    {
        Add(_out);
        Add(_problems);
        Add(_seed);
        this.Execute(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parse, CommandContext context)
    {
        var folder = new DemoFolder(parse.GetRequiredValue(_out));
        var seed = parse.GetValue(_seed) ?? DefaultSeed;
        folder.Prepare([.. DemoProblems.Draw(parse.GetValue(_problems) ?? DefaultProblems, seed)], context);
        var spec = RunSpecReader.Read(new SpecSources
        {
            Environment = SpecSourceOptions.Environment(),
            Settings = [new SpecSetting("seed", seed.ToString(CultureInfo.InvariantCulture), "--seed")],
        });
        var request = new RunRequest { Directory = folder.Run, Spec = spec, ProblemsPath = folder.Problems };
        var report = await new RunSession(context).RunAsync(request).ConfigureAwait(false);
        RunSummary.Write(context, folder.Run, report, asJson: false);
        if (report.State != RunState.Finished)
        {
            context.Note("The same demo command goes on, too.");
            return RunSession.ExitCode(report);
        }

        context.Out.WriteLine();
        var snapshot = await SnapshotPublication.PublishAsync(folder.Run, folder.Snapshot, name: null, [], context).ConfigureAwait(false);
        DemoResult.Read(folder.Run, context.Interrupted).Write(context.Out);
        foreach (var line in SnapshotSummary.Lines(snapshot))
        {
            context.Out.WriteLine(line);
        }

        return RunSession.ExitCode(report);
    }
}
