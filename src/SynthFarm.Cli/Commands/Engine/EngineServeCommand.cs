using System.CommandLine;
using SynthFarm.Cli.Models;
using SynthFarm.Cli.Terminal;
using SynthFarm.Inference.Server;
using SynthFarm.Inference.Server.Models;

namespace SynthFarm.Cli.Commands.Engine;

/// <summary><c>synthfarm engine serve</c>: models behind an OpenAI-compatible server, until it is interrupted.</summary>
internal sealed class EngineServeCommand : Command
{
    /// <summary>Holds the key where <c>--api-key</c> does not.</summary>
    public const string KeyVariable = "SYNTHFARM_API_KEY";

    private static readonly EngineServerOptions Defaults = new();

    private readonly Option<string> _model = CommonOptions.Model("--model", "The model to serve: tiny or file:DIR.");
    private readonly Option<string?> _reward = CommonOptions.Text("--reward", "A process reward model to serve beside it at /pooling: tiny or file:DIR.", "URI");
    private readonly Option<string[]> _urls = new("--urls") { Description = $"Where to listen (default {Defaults.Urls[0]}); may be given again.", HelpName = "URL", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string?> _key = CommonOptions.Text("--api-key", $"The key that requests must bring (default: that of {KeyVariable}). Without one, only loopback addresses.", "KEY");
    private readonly Option<int?> _maxChoices = CommonOptions.Number("--max-choices", $"Most choices of a request, over all its prompts (default {Defaults.MaxChoices}).", 1, 4096);
    private readonly Option<int?> _maxInputs = CommonOptions.Number("--max-inputs", $"Most texts of a pooling request (default {Defaults.MaxInputs}).", 1, 4096);
    private readonly Option<int?> _maxRequests = CommonOptions.Number("--max-requests", $"Most requests in progress; more are told to come again (default {Defaults.MaxRequests}).", 1, 65_536);
    private readonly Option<int?> _maxBody = CommonOptions.Number("--max-body-bytes", $"Longest body of a request (default {Defaults.MaxBodyBytes}).", 1 << 10, 1 << 30);

    public EngineServeCommand()
        : base("serve", "Serve models with the interfaces of OpenAI and vLLM until interrupted.")
    {
        foreach (var option in new Option[] { _model, _reward, _urls, _key, _maxChoices, _maxInputs, _maxRequests, _maxBody })
        {
            Add(option);
        }

        this.Execute(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parse, CommandContext context)
    {
        var options = ReadOptions(parse, context);
        using var models = ServedModels.Load(parse.GetRequiredValue(_model), parse.GetValue(_reward));
        await using var server = await StartAsync(models.All, options, context.Interrupted).ConfigureAwait(false);
        foreach (var url in server.Urls)
        {
            context.Out.WriteLine(url);
        }

        await context.Out.FlushAsync().ConfigureAwait(false);
        context.Note(TerminalText.Line($"Serving {string.Join(" and ", models.All.Select(model => $"{model.Name} ({model.Engine.Identity})"))}{(options.ApiKey is null ? ", open to this machine" : "")}. Ctrl+C stops."));
        try
        {
            await Task.Delay(Timeout.Infinite, context.Interrupted).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The way this command ends.
        }

        return ExitCodes.Done;
    }

    private EngineServerOptions ReadOptions(ParseResult parse, CommandContext context)
    {
        var key = parse.GetValue(_key) ?? Environment.GetEnvironmentVariable(KeyVariable);
        return Defaults with
        {
            Urls = parse.GetValue(_urls) is { Length: > 0 } urls ? urls : Defaults.Urls,
            ApiKey = string.IsNullOrEmpty(key) ? null : key,
            MaxChoices = parse.GetValue(_maxChoices) ?? Defaults.MaxChoices,
            MaxInputs = parse.GetValue(_maxInputs) ?? Defaults.MaxInputs,
            MaxRequests = parse.GetValue(_maxRequests) ?? Defaults.MaxRequests,
            MaxBodyBytes = parse.GetValue(_maxBody) ?? Defaults.MaxBodyBytes,
            Time = context.Time,
            Log = line => context.Note(TerminalText.Line(line)),
        };
    }

    private static async Task<EngineServer> StartAsync(IReadOnlyList<ServedModel> models, EngineServerOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return await EngineServer.StartAsync(models, options, cancellationToken).ConfigureAwait(false);
        }
        catch (ArgumentException e)
        {
            throw CliException.Usage(e.Message, e);
        }
    }
}
