using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using SynthFarm.Cli.Terminal;
using SynthFarm.Core.Selection.Candidates;
using SynthFarm.Corpus;
using SynthFarm.Corpus.Curation;

namespace SynthFarm.Cli.Commands.Corpus;

/// <summary><c>synthfarm corpus marks</c>: what curators said of a snapshot's rows.</summary>
internal sealed class CorpusMarksCommand : Command
{
    private readonly Argument<string> _snapshot = SnapshotArgument.Create("The snapshot.");
    private readonly Option<string?> _marks = CommonOptions.Text("--marks", "The file of marks (default SNAPSHOT.marks.jsonl).", "FILE");
    private readonly Option<string> _output = CommonOptions.Output();

    public CorpusMarksCommand()
        : base("marks", "List and count what curators said of a snapshot's rows.")
    {
        Add(_snapshot);
        Add(_marks);
        Add(_output);
        this.Execute(Run);
    }

    private int Run(ParseResult parse, CommandContext context)
    {
        var store = new MarkStore(parse.GetValue(_marks) ?? MarkStore.BesideSnapshot(parse.GetRequiredValue(_snapshot)), context.Time);
        MarkLog log;
        try
        {
            log = store.Read();
        }
        catch (CorpusException e)
        {
            throw CliException.Usage(e.Message, e);
        }

        if (log.HasTornLine)
        {
            context.Note(TerminalText.Line($"{store.Path}: the last line is cut short and does not count."));
        }

        var counts = Enum.GetValues<CurationDecision>().ToDictionary(d => d, d => log.Latest.Count(m => m.Decision == d));
        if (parse.GetValue(_output) == "json")
        {
            context.Out.WriteLine(JsonSerializer.Serialize(
                new { Rows = log.Latest, Marks = log.Marks.Count, Counts = counts.ToDictionary(c => CliJson.Name(c.Key), c => c.Value), log.HasTornLine }, CliJson.Options));
        }
        else
        {
            Write(log, counts, context.Out);
        }

        return ExitCodes.Done;
    }

    private static void Write(MarkLog log, IReadOnlyDictionary<CurationDecision, int> counts, TextWriter output)
    {
        TextTable.Write(
            output, ["row", "mark", "by", "at", "note"],
            log.Latest.Select(m => new[]
            {
                m.RowId, CliJson.Name(m.Decision), m.By ?? "", m.At.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), m.Note ?? "",
            }));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{log.Latest.Count:N0} rows marked: {counts[CurationDecision.Accept]:N0} accepted, {counts[CurationDecision.Reject]:N0} rejected, {counts[CurationDecision.Flag]:N0} flagged ({log.Marks.Count:N0} marks)."));
    }
}
