using SynthFarm.Core.Chat;
using SynthFarm.Corpus.Trainers.Rules;
using SynthFarm.Parquet.Rows;

namespace SynthFarm.Corpus.Trainers.Views;

/// <summary>Shows a row as a trainer turns it into text: the columns it reads, the chat template's marks, and where loss is taken.</summary>
/// <remarks>
/// Loss is shown as for training on responses alone: on the assistant's text and the end of its turn, and for stepwise supervision at the
/// end of each step. Trainers can be told to take it elsewhere.
/// </remarks>
public static class RowViewer
{
    /// <param name="directory">The snapshot.</param>
    /// <param name="rowId">The row's <c>id</c>.</param>
    /// <exception cref="CorpusException">There is no such row in what the trainer reads, or a shard is damaged.</exception>
    public static RowView Show(string directory, string rowId, Trainer trainer, ChatTemplate template)
    {
        ArgumentNullException.ThrowIfNull(trainer);
        ArgumentNullException.ThrowIfNull(template);
        foreach (var input in trainer.Inputs.Where(input => Directory.Exists(Path.Combine(directory, input.Config))))
        {
            foreach (var shard in TrainerFiles.Shards(directory, input.Config))
            {
                var at = TrainerRows.Read(directory, shard, "id").TakeWhile(row => row.Get<string?>("id") != rowId).LongCount();
                if (at < Count(directory, shard))
                {
                    var row = TrainerRows.Read(directory, shard, [.. input.Columns.Select(c => c.Name)]).ElementAt(checked((int)at));
                    return View(input, shard, at, row, template);
                }
            }
        }

        throw new CorpusException($"No row of \"{directory}\" that {trainer.Name} reads has the id \"{rowId}\".");
    }

    private static long Count(string directory, string shard)
    {
        using var reader = TrainerRows.Open(directory, shard);
        return reader.RowCount;
    }

    private static RowView View(TrainerInput input, string shard, long at, ParquetRow row, ChatTemplate template)
    {
        var pieces = Pieces(input, row, template).ToList();
        var forged = pieces.Where(p => !p.IsMark).SelectMany(p => template.Forged(p.Text).Select(special => $"the text of {p.Part} holds \"{special}\", which a tokenizer of this family takes for a special token"));
        return new RowView(input.Config, shard, at, input.Task, template.Name, pieces, [.. input.RowFaults(row), .. forged.Distinct()]);
    }

    private static IEnumerable<ViewPiece> Pieces(TrainerInput input, ParquetRow row, ChatTemplate template)
    {
        var prompt = new List<(string Role, string Content)>();
        foreach (var column in input.Columns)
        {
            switch (column.Shape)
            {
                case ColumnShape.Messages or ColumnShape.Message when column.Name is "messages" or "prompt":
                    prompt.AddRange(Turns(row, column));
                    var isOpen = prompt.Count > 0 && prompt[^1].Role != "assistant";
                    foreach (var piece in Chat(column.Name, template.Pieces(prompt, isOpen)))
                    {
                        yield return piece;
                    }

                    break;
                case ColumnShape.Messages or ColumnShape.Message:
                    // What stands before is the prompt, up to the opened turn of the assistant.
                    var before = template.Pieces(prompt, openAssistant: true).Count;
                    foreach (var piece in Chat(column.Name, template.Pieces([.. prompt, .. Turns(row, column)]).Skip(before)))
                    {
                        yield return piece;
                    }

                    break;
                case ColumnShape.TextList:
                    foreach (var piece in Steps(row))
                    {
                        yield return piece;
                    }

                    break;
                case ColumnShape.BooleanList:
                    break;
                case ColumnShape.RuleReward:
                    yield return new ViewPiece(column.Name, $"{row.Get<string?>("reward_model.style")}: {row.Get<string?>("reward_model.ground_truth")}", false, false);
                    break;
                case ColumnShape.ExtraInfo:
                    yield return new ViewPiece(column.Name, $"split {row.Get<string?>("extra_info.split")}, index {row.Get<object?>("extra_info.index")}", false, false);
                    break;
                default:
                    yield return new ViewPiece(column.Name, row[column.Name]?.ToString() ?? "", false, false);
                    break;
            }
        }
    }

    private static IEnumerable<ViewPiece> Chat(string part, IEnumerable<ChatPiece> pieces) => pieces.Select(piece => new ViewPiece(
        part, piece.Text, piece.Role == "assistant" && piece.Kind != ChatPieceKind.Mark, piece.Kind != ChatPieceKind.Content));

    private static IEnumerable<ViewPiece> Steps(ParquetRow row)
    {
        var steps = row.Get<IReadOnlyList<string>>("completions");
        var labels = (row["labels"] as System.Collections.IEnumerable ?? Array.Empty<bool>()).Cast<bool?>().ToList();
        for (var i = 0; i < steps.Count; i++)
        {
            yield return new ViewPiece($"completions[{i}]", steps[i], false, false);
            yield return new ViewPiece($"labels[{i}]", i < labels.Count && labels[i] is { } label ? label ? "+" : "-" : "?", true, true);
        }
    }

    private static IEnumerable<(string Role, string Content)> Turns(ParquetRow row, TrainerColumn column)
        => (column.Shape == ColumnShape.Message ? [MessageRules.Turn(row, column.Name)] : MessageRules.Turns(row, column.Name))
            .Select(turn => (turn.Role ?? "", turn.Content ?? ""));
}
