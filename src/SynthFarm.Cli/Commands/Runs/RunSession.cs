using SynthFarm.Cli.Commands.Runs.Display;
using SynthFarm.Cli.Models;
using SynthFarm.Cli.Terminal;
using SynthFarm.Core.Models;
using SynthFarm.Core.Problems;
using SynthFarm.Farm.Models;
using SynthFarm.Farm.Pipeline;
using SynthFarm.Farm.ProblemFiles;
using SynthFarm.Farm.Progress;

namespace SynthFarm.Cli.Commands.Runs;

/// <summary>Runs a request to its end or to Ctrl+C, showing how it goes.</summary>
internal sealed class RunSession(CommandContext context)
{
    /// <returns>What became of the run.</returns>
    /// <exception cref="CliException">A model cannot be loaded, or the run failed; the message says how to go on.</exception>
    public async Task<RunReport> RunAsync(RunRequest request)
    {
        var crashPoints = CrashSwitch.Read();
        await using var models = await LoadAsync(request).ConfigureAwait(false);
        IRunDisplay display = context.Live ? new LivePanel(context, request.Directory) : new PlainProgress(context);
        if (context.Live)
        {
            context.QuietInterruption();
        }

        using var log = new RunLog(request.Directory, context.Time);
        var services = new RunServices
        {
            Clock = context.Time,
            CrashPoints = crashPoints,
            Events = happened =>
            {
                log.Add(happened);
                if (happened is RunNotice notice)
                {
                    display.Notice(notice.Text);
                }
            },
        };
        await using var run = await FarmRun.OpenAsync(request, models, services, context.Interrupted).ConfigureAwait(false);
        context.Note(TerminalText.Line($"{run.Pending} of {run.File.Problems.Count} problems to do in {request.Directory}, with {models.Policy.Identity} and {models.Reward.Identity}."));
        try
        {
            var work = run.RunAsync(context.Interrupted);
            await display.ShowAsync(run.Progress, work).ConfigureAwait(false);
            return await work.ConfigureAwait(false);
        }
        catch (RunFailedException e)
        {
            throw CliException.Failed($"{e.Message}\nOnce that is mended: {ResumeHint.For(request.Directory)}", e);
        }
    }

    /// <summary>Prints the prompt of the first problem as the policy is sent it.</summary>
    /// <exception cref="CliException">A model cannot be loaded, there is no problem, or the model cannot show its prompt.</exception>
    public async Task PreviewAsync(RunRequest request)
    {
        await using var models = await LoadAsync(request).ConfigureAwait(false);
        Problem? first = null;
        await Task.Run(() => ScannedProblemFile.Read(request.ProblemsPath!, request.Spec.Limits, problem => first ??= problem, context.Interrupted), context.Interrupted).ConfigureAwait(false);
        context.Out.WriteLine(TerminalText.Block(first is not null && models.Policy is IPromptPreview policy
            ? policy.Preview(first)
            : throw CliException.Usage($"There is nothing to show: {(first is null ? "the file has no problem" : $"{models.Policy.Identity} shows no prompts")}.")));
    }

    /// <summary>The exit code that tells how a run ended.</summary>
    public static int ExitCode(RunReport report) => report.State switch
    {
        RunState.Interrupted or RunState.Cancelled => ExitCodes.Interrupted,
        RunState.Failed => ExitCodes.Failed,
        _ => report.Totals.Failed > 0 ? ExitCodes.SomeProblemsFailed : ExitCodes.Done,
    };

    private async Task<RunModels> LoadAsync(RunRequest request)
    {
        try
        {
            return await new ModelFactory().CreateAsync(request.Spec.Policy, request.Spec.Reward, request.Spec.Served, context.Interrupted).ConfigureAwait(false);
        }
        catch (ModelException e)
        {
            throw CliException.Usage(e.Message, e);
        }
    }
}
