using SynthFarm.Core.Answers;
using SynthFarm.Core.Reasoning;

namespace SynthFarm.Farm.Journal;

/// <summary>Writes appended steps, complete, and appends them to a tree again.</summary>
internal static class StepCodec
{
    private const byte HasReward = 1;
    private const byte HasAnswerVerdict = 2;
    private const byte HasMonteCarlo = 4;

    public static void WriteStart(PayloadWriter writer, TreeStart start)
    {
        writer.WriteByte((byte)RecordKind.TreeStarted);
        writer.WriteText(start.TreeId);
        writer.WriteText(start.ProblemId);
        writer.WriteText(start.ContentHash);
    }

    /// <summary>Writes the record of one expansion.</summary>
    public static void WriteSteps(PayloadWriter writer, string treeId, IReadOnlyList<ReasoningStep> steps)
    {
        writer.WriteByte((byte)RecordKind.StepsAppended);
        writer.WriteText(treeId);
        writer.WriteNumber(steps[0].Id);
        writer.WriteNumber(steps.Count);
        foreach (var step in steps)
        {
            WriteStep(writer, step);
        }
    }

    /// <summary>Appends the steps of a record, read from behind its count, to the tree they were taken from.</summary>
    public static void AppendSteps(ref PayloadReader reader, int count, ReasoningTree tree)
    {
        for (var i = 0; i < count; i++)
        {
            AppendStep(ref reader, tree);
        }
    }

    private static void WriteStep(PayloadWriter writer, ReasoningStep step)
    {
        var flags = (step.Reward is null ? 0 : HasReward)
            | (step.AnswerVerdict == default ? 0 : HasAnswerVerdict)
            | (step.MonteCarloTotal == 0 ? 0 : HasMonteCarlo);
        writer.WriteNumber(step.ParentId);
        writer.WriteByte((byte)flags);
        writer.WriteText(step.Text);
        writer.WriteNumber(step.TokenIds.Count);
        foreach (var token in step.TokenIds)
        {
            writer.WriteNumber(token);
        }

        writer.WriteNumber(step.Draws);
        writer.WriteSingle(step.MeanLogProb);
        if (step.Reward is { } reward)
        {
            writer.WriteSingle(reward);
        }

        writer.WriteByte((byte)(sbyte)step.Verdict);
        writer.WriteText(step.Critique);
        writer.WriteText(step.CritiqueSource);
        writer.WriteByte((byte)step.Terminal);
        writer.WriteText(step.Answer);
        if ((flags & HasAnswerVerdict) != 0)
        {
            writer.WriteByte((byte)(sbyte)step.AnswerVerdict.Verdict);
            writer.WriteText(step.AnswerVerdict.Reason);
            writer.WriteText(step.AnswerVerdict.Rule);
            writer.WriteText(step.AnswerVerdict.Canonical);
        }

        if ((flags & HasMonteCarlo) != 0)
        {
            writer.WriteNumber(step.MonteCarloCorrect);
            writer.WriteNumber(step.MonteCarloTotal);
        }

        writer.WriteText(step.Producer);
        writer.WriteNumber(step.Round);
    }

    private static void AppendStep(ref PayloadReader reader, ReasoningTree tree)
    {
        var parentId = reader.ReadNumber();
        var flags = reader.ReadByte();
        var text = reader.ReadRequiredText();
        var tokens = ReadTokens(ref reader);
        var draft = new StepDraft
        {
            Text = text,
            TokenIds = tokens,
            Draws = reader.ReadNumber(),
            MeanLogProb = reader.ReadSingle(),
            Reward = (flags & HasReward) != 0 ? reader.ReadSingle() : null,
            Verdict = (Verdict)(sbyte)reader.ReadByte(),
            Critique = reader.ReadText(),
            CritiqueSource = reader.ReadText(),
            Terminal = (TerminalKind)reader.ReadByte(),
            Answer = reader.ReadText(),
            AnswerVerdict = (flags & HasAnswerVerdict) != 0
                ? new AnswerVerdict((Verdict)(sbyte)reader.ReadByte(), reader.ReadText()!, reader.ReadText()!, reader.ReadText())
                : default,
        };
        var (correct, total) = (flags & HasMonteCarlo) != 0 ? (reader.ReadNumber(), reader.ReadNumber()) : (0, 0);
        var step = tree.Append(parentId, draft with { Producer = reader.ReadRequiredText(), Round = reader.ReadNumber() });
        if (total > 0)
        {
            tree.AddMonteCarlo(step.Id, correct, total);
        }
    }

    private static int[] ReadTokens(ref PayloadReader reader)
    {
        var count = reader.ReadNumber();
        var tokens = new List<int>(Math.Min(count, 4096));
        for (var i = 0; i < count; i++)
        {
            tokens.Add(reader.ReadNumber());
        }

        return [.. tokens];
    }
}
