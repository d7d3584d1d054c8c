using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using SynthFarm.Cli.Terminal;
using SynthFarm.Corpus;
using SynthFarm.Corpus.Pulling;

namespace SynthFarm.Cli.Commands.Corpus;

/// <summary><c>synthfarm corpus pull</c>: copies a snapshot from a server or a folder.</summary>
internal sealed class CorpusPullCommand : Command
{
    private readonly Argument<string> _source = new("SOURCE") { Description = "A URL below which the snapshot's files lie, a file: URL, or a folder." };
    private readonly Option<string?> _out = CommonOptions.Text("--out", "The snapshot's place; it must be empty or hold the same snapshot.", "DIR", required: true);
    private readonly Option<string?> _tokenFile = CommonOptions.Text("--token-file", "A file with the token to send (default: the variable SYNTHFARM_TOKEN, if set).", "FILE");
    private readonly Option<string?> _configs = CommonOptions.Text("--configs", "Only these configs, with commas between them (default: all).", "NAMES");
    private readonly Option<int?> _timeout = CommonOptions.Number("--timeout", "After how many seconds of silence the server is asked again (default 30).", 1, 3600);
    private readonly Option<string> _output = CommonOptions.Output();

    public CorpusPullCommand()
        : base("pull", "Copy a snapshot from a server or a folder, with checksums; goes on where an earlier pull was cut.")
    {
        Add(_source);
        Add(_out);
        Add(_tokenFile);
        Add(_configs);
        Add(_timeout);
        Add(_output);
        this.Execute(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parse, CommandContext context)
    {
        var progress = new ProgressLine(context);
        var source = parse.GetRequiredValue(_source);
        var options = new PullOptions
        {
            Configs = parse.GetValue(_configs)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            Token = PullToken.Read(parse.GetValue(_tokenFile), source, context),
            Clock = context.Time,
            CrashPoints = CrashSwitch.Read(),
            Progress = new PullProgressLine(progress),
        };
        options = parse.GetValue(_timeout) is { } seconds ? options with { Silence = TimeSpan.FromSeconds(seconds) } : options;
        try
        {
            var pulled = await SnapshotPuller.PullAsync(source, parse.GetRequiredValue(_out)!, options, context.Interrupted).ConfigureAwait(false);
            progress.End();
            Write(pulled, parse.GetValue(_output) == "json", context.Out);
            return ExitCodes.Done;
        }
        catch (PullException e)
        {
            throw CliException.Failed(e.Message, e);
        }
        catch (Exception e) when (e is CorpusException or ArgumentException)
        {
            throw CliException.Usage(e.Message, e);
        }
    }

    private static void Write(PulledSnapshot pulled, bool asJson, TextWriter output)
    {
        var manifest = pulled.Manifest;
        if (asJson)
        {
            output.WriteLine(JsonSerializer.Serialize(
                new { pulled.Directory, pulled.WasThere, pulled.BytesReceived, manifest.Name, manifest.Configs, manifest.LeftOut, manifest.Outcomes }, CliJson.Options));
            return;
        }

        output.WriteLine($"{(pulled.WasThere ? "unchanged" : "pulled"),-13}{TerminalText.Line(pulled.Directory)}");
        foreach (var config in manifest.Configs)
        {
            output.WriteLine(SnapshotSummary.Line(config));
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{manifest.Files.Count:N0} files, {manifest.Files.Sum(f => f.Bytes):N0} bytes, {pulled.BytesReceived:N0} of them received now; checksums match."));
        if (manifest.LeftOut.Count > 0)
        {
            output.WriteLine($"left out     {TerminalText.Line(string.Join(", ", manifest.LeftOut))}");
        }
    }
}
