using System.Globalization;
using SynthFarm.Core.Answers;
using SynthFarm.Core.Randomness;
using SynthFarm.Corpus.Publishing;
using SynthFarm.Corpus.Rows;
using SynthFarm.Corpus.Schemas;
using SynthFarm.Corpus.Store;
using SynthFarm.Parquet.Rows;

namespace SynthFarm.Corpus.Selection;

/// <summary>Turns a row of a thought config into one with a wrong answer of the same tree.</summary>
internal sealed class WrongAnswerRow(WrongAnswers wrong, ulong seed)
{
    /// <summary>What the column <c>derivation</c> of such a row says.</summary>
    public const string Derivation = "wrong-answer/1";

    /// <param name="row">Changed in place.</param>
    /// <param name="config">The config it belongs to.</param>
    /// <param name="tree">Its tree, which holds a wrong answer.</param>
    public void Replace(ParquetRow row, string config, FinishedProblem tree)
    {
        // The same draw for the row's counterpart in the other thought config.
        var thoughts = wrong.Of(tree.Tree!);
        var leafId = row.Get<int>("leaf_id");
        var thought = thoughts[new Seed(seed).Derive(tree.Tree!.Id, SeedPurpose.Noise, leafId).CreateRandom().Next(thoughts.Count)];
        var made = new ThoughtRows(tree, Lineage(row), wrong.Dialect, tree.Verifier, new Seed(seed)).Create(config, thought);
        row["messages"] = made.Messages.Select(m => new ParquetRow { ["role"] = m.Role, ["content"] = m.Content }).ToList();
        row["id"] = RowId.Create(row.Get<string>("id"), made.LeafId.ToString(CultureInfo.InvariantCulture), config, Derivation);
        row["leaf_id"] = made.LeafId;
        row["verdict"] = EnumNames.Verdict.Name(Verdict.Wrong);
        row["answer"] = made.Answer;
        row["n_steps"] = made.StepCount;
        row["n_backtracks"] = made.BacktrackCount;
        row["n_tokens"] = made.TokenCount;
        row["prm_min"] = made.RewardMin;
        row["prm_mean"] = made.RewardMean;
        row["prm_last"] = made.RewardLast;
        row["step_scores"] = made.StepScores;
        row["critique_sources"] = made.CritiqueSources;
        row["derivation"] = Derivation;
        row["derivation_seed"] = unchecked((long)seed);
        row["segments"] = made.Segments.Select(s => new ParquetRow { ["step_id"] = s.StepId, ["kind"] = s.Kind, ["length"] = s.Length }).ToList();
        row[SelectionColumns.Noise] = true;
    }

    /// <summary>The run the row's tree comes from, as far as rows tell.</summary>
    private static CorpusLineage Lineage(ParquetRow row) => new()
    {
        RunId = "",
        ConfigHash = row.Get<string>("config_hash"),
        Seed = 0,
        PolicyModel = row.Get<string>("policy_model"),
        RewardModel = row.Get<string>("prm_model"),
        Search = row.Get<string>("search"),
        Round = row.Get<int>("round"),
    };
}
