using System.CommandLine;
using SynthFarm.Cli.Terminal;
using SynthFarm.Core.Selection.Candidates;
using SynthFarm.Corpus;
using SynthFarm.Corpus.Curation;

namespace SynthFarm.Cli.Commands.Corpus;

/// <summary><c>synthfarm corpus mark</c>: says of a row that it is good, bad or to be looked at again, in a side table.</summary>
internal sealed class CorpusMarkCommand : Command
{
    private readonly Argument<string> _snapshot = SnapshotArgument.Create("The snapshot; it is not changed.");
    private readonly Argument<string> _row = new("ROW_ID") { Description = "The id of a row of any config." };
    private readonly Option<bool> _accept = new("--accept") { Description = "The row is good: it passes all filters of a selection." };
    private readonly Option<bool> _reject = new("--reject") { Description = "The row is bad: a selection leaves it out." };
    private readonly Option<bool> _flag = new("--flag") { Description = "The row is to be looked at again; a selection keeps it." };
    private readonly Option<string?> _note = CommonOptions.Text("--note", "Why.", "TEXT");
    private readonly Option<string?> _by = CommonOptions.Text("--by", "Who says so.", "NAME");
    private readonly Option<string?> _marks = CommonOptions.Text("--marks", "The file of marks (default SNAPSHOT.marks.jsonl).", "FILE");

    public CorpusMarkCommand()
        : base("mark", "Accept, reject or flag a row in a side table; the last mark of a row counts.")
    {
        foreach (var argument in new[] { _snapshot, _row })
        {
            Add(argument);
        }

        foreach (var option in new Option[] { _accept, _reject, _flag, _note, _by, _marks })
        {
            Add(option);
        }

        this.Execute(Run);
    }

    private int Run(ParseResult parse, CommandContext context)
    {
        var snapshot = parse.GetRequiredValue(_snapshot);
        var row = parse.GetRequiredValue(_row);
        var decision = Decision(parse);
        try
        {
            if (RowSearch.ConfigOf(snapshot, row, context.Interrupted) is not { } config)
            {
                throw CliException.Usage($"ROW_ID: no row of {snapshot} has the id \"{row}\".");
            }

            var store = new MarkStore(parse.GetValue(_marks) ?? MarkStore.BesideSnapshot(snapshot), context.Time);
            if (store.Append(row, decision, parse.GetValue(_note), parse.GetValue(_by)).RemovedTornLine)
            {
                context.Note(TerminalText.Line($"{store.Path}: the last line was cut short and has been removed."));
            }

            context.Out.WriteLine(TerminalText.Line($"{decision.ToString().ToLowerInvariant()}  {row} of {config} in {store.Path}"));
            return ExitCodes.Done;
        }
        catch (CorpusException e)
        {
            throw CliException.Usage(e.Message, e);
        }
    }

    private CurationDecision Decision(ParseResult parse)
    {
        var given = new[] { (_accept, CurationDecision.Accept), (_reject, CurationDecision.Reject), (_flag, CurationDecision.Flag) }
            .Where(choice => parse.GetValue(choice.Item1))
            .Select(choice => choice.Item2)
            .ToList();
        return given is [var decision] ? decision : throw CliException.Usage("Exactly one of --accept, --reject and --flag is needed.");
    }
}
