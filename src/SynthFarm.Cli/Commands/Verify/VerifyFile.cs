using System.Text.Json;
using SynthFarm.Cli.Terminal;
using SynthFarm.Farm.ProblemFiles;

namespace SynthFarm.Cli.Commands.Verify;

/// <summary>
/// Verifies a file of JSON lines: first every line is read, so that a bad file gives its faults and no half of an output, then each is
/// judged and written back in order. Pipes cannot be read twice; there, lines before a bad one have been written.
/// </summary>
internal sealed class VerifyFile(VerifyJudge judge, CommandContext context)
{
    private const int MaxFaults = 100;
    private const int MaxLineBytes = 1 << 20;

    private static readonly string[] Added = ["verdict", "reason", "rule"];

    /// <summary>Judges the file; a panel's summary goes to standard error, where it does not stand among the lines.</summary>
    public int Run(string path)
    {
        var exitCode = RunLines(path);
        if (exitCode == ExitCodes.Done && judge.Summary is { } summary)
        {
            context.Out.Flush();
            PanelText.Write(summary, context.Error);
        }

        return exitCode;
    }

    private int RunLines(string path)
    {
        if (path == "-")
        {
            using var input = Console.OpenStandardInput();
            return Report(input, "standard input", Write);
        }

        using var file = InputFile.Open(path, "--file");
        if (!file.CanSeek)
        {
            return Report(file, path, Write);
        }

        var exitCode = Report(file, path, _ => { });
        if (exitCode != ExitCodes.Done)
        {
            return exitCode;
        }

        file.Position = 0;
        return Report(file, path, Write);
    }

    private int Report(Stream input, string name, Action<VerifyPair> each)
    {
        var faults = 0;
        using var reader = new LineReader(input, MaxLineBytes);
        foreach (var line in reader.Read().Where(line => !line.IsBlank))
        {
            context.Interrupted.ThrowIfCancellationRequested();
            try
            {
                var pair = VerifyPairReader.Read(Text(line).Span);
                if (faults == 0)
                {
                    each(pair);
                }
            }
            catch (VerifyLineException e)
            {
                context.Note($"synthfarm: {TerminalText.Line($"{name}:{line.Number}:{e.Column}: {e.Message}")}");
                if (++faults == MaxFaults)
                {
                    context.Note($"synthfarm: stopped after {MaxFaults} faults.");
                    break;
                }
            }
        }

        return faults == 0 ? ExitCodes.Done : ExitCodes.Usage;
    }

    /// <exception cref="VerifyLineException">The line is too long.</exception>
    private static ReadOnlyMemory<byte> Text(FileLine line) => line.IsTooLong
        ? throw new VerifyLineException(MaxLineBytes + 1, $"found a line of {line.Length} bytes; allowed are {MaxLineBytes}.")
        : line.Text;

    private void Write(VerifyPair pair)
    {
        var (verdict, panel) = judge.Judge(pair.Gold, pair.Answer, pair.Problem, pair.Kind, pair.Meta);
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = CliJson.Options.Encoder }))
        {
            writer.WriteStartObject();
            foreach (var (field, value) in pair.Fields.Where(field => !Added.Contains(field.Name) && (panel is null || field.Name != "panel")))
            {
                writer.WritePropertyName(field);
                writer.WriteRawValue(value);
            }

            writer.WriteString("verdict", CliJson.Name(verdict.Verdict));
            writer.WriteString("reason", verdict.Reason);
            writer.WriteString("rule", verdict.Rule);
            if (panel is not null)
            {
                writer.WritePropertyName("panel");
                JsonSerializer.Serialize(writer, panel, CliJson.Options);
            }

            writer.WriteEndObject();
        }

        context.Out.WriteLine(System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }
}
