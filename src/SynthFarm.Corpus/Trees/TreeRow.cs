using SynthFarm.Core.Answers;
using SynthFarm.Core.Reasoning;
using SynthFarm.Corpus.Schemas;
using SynthFarm.Parquet.Rows;

namespace SynthFarm.Corpus.Trees;

/// <summary>A row of <see cref="TreeSchema"/> as it is read, with the positions of its columns looked up once.</summary>
internal readonly struct TreeRow(ParquetRow row)
{
    private static readonly int _problemId = At("problem_id"), _treeId = At("tree_id"), _stepId = At("step_id"), _parentId = At("parent_id"),
        _depth = At("depth"), _sibling = At("sibling"), _text = At("step_text"), _tokens = At("token_ids"), _draws = At("draws"), _logProb = At("mean_logprob"),
        _reward = At("prm_score"), _verdict = At("verdict"), _critique = At("critique"), _critiqueSource = At("critique_source"),
        _mcCorrect = At("mc_correct"), _mcTotal = At("mc_total"), _visits = At("visits"), _value = At("value"), _pruned = At("pruned"),
        _terminal = At("terminal"), _answer = At("answer"), _answerVerdict = At("answer_verdict"), _answerReason = At("answer_reason"),
        _answerRule = At("answer_rule"), _answerCanonical = At("answer_canonical"), _producer = At("producer"), _round = At("round"),
        _verifier = At("verifier"), _problemJson = At("problem_json"), _outcome = At("outcome"), _outcomeReason = At("outcome_reason"),
        _searchEnd = At("search_end"), _treeSteps = At("tree_steps"), _configHash = At("config_hash");

    public string ProblemId => Get<string>(_problemId);

    public string TreeId => Get<string>(_treeId);

    public int StepId => Get<int>(_stepId);

    public int ParentId => Get<int>(_parentId);

    public int Depth => Get<int>(_depth);

    public int SiblingIndex => Get<int>(_sibling);

    public int MonteCarloCorrect => Get<int>(_mcCorrect);

    public int MonteCarloTotal => Get<int>(_mcTotal);

    public int Visits => Get<int>(_visits);

    public double Value => Get<double>(_value);

    public bool Pruned => Get<bool>(_pruned);

    public string Verifier => Get<string>(_verifier);

    public string ConfigHash => Get<string>(_configHash);

    public string? ProblemJson => Get<string?>(_problemJson);

    public string? Outcome => Get<string?>(_outcome);

    public string? OutcomeReason => Get<string?>(_outcomeReason);

    public string? SearchEnd => Get<string?>(_searchEnd);

    public int? TreeSteps => Get<int?>(_treeSteps);

    public StepDraft ToDraft() => new()
    {
        Text = Get<string>(_text),
        TokenIds = Get<IReadOnlyList<int>>(_tokens),
        Draws = Get<int>(_draws),
        MeanLogProb = Get<float>(_logProb),
        Reward = Get<float?>(_reward),
        Verdict = EnumNames.Verdict.Value(Get<string>(_verdict)),
        Critique = Get<string?>(_critique),
        CritiqueSource = Get<string?>(_critiqueSource),
        Terminal = EnumNames.Terminal.Value(Get<string>(_terminal)),
        Answer = Get<string?>(_answer),
        AnswerVerdict = new AnswerVerdict(
            EnumNames.Verdict.Value(Get<string>(_answerVerdict)), Get<string?>(_answerReason)!, Get<string?>(_answerRule)!, Get<string?>(_answerCanonical)),
        Producer = Get<string>(_producer),
        Round = Get<int>(_round),
    };

    private static int At(string name) => TreeSchema.Schema.Fields.Select((f, i) => (f.Name, i)).Single(f => f.Name == name).i;

    private T Get<T>(int column) => (T)row.Values[column]!;
}
