using SynthFarm.Core.Preferences;
using SynthFarm.Core.Preferences.Labels;
using SynthFarm.Core.Randomness;
using SynthFarm.Corpus.Schemas;
using SynthFarm.Corpus.Store;

namespace SynthFarm.Corpus.Rows;

/// <summary>One finished problem on its way into the configs. What several of them need is derived once.</summary>
/// <param name="isFirst">Whether no other tree of the problem came before it.</param>
/// <param name="omitted">Told the config and the reason for everything that gives no row.</param>
internal sealed class DerivedProblem(FinishedProblem finished, CorpusLineage lineage, Derivations derivations, bool isFirst, Action<string, string> omitted)
{
    private readonly Dictionary<PairLevel, PairResult> _pairs = [];
    private DerivedRows? _thoughts;
    private JudgedTree? _judged;
    private RowOrigin? _origin;

    public FinishedProblem Finished => finished;

    public CorpusLineage Lineage => lineage;

    public Derivations Derivations => derivations;

    public bool IsFirst => isFirst;

    public string Split { get; } = SplitNames.Of(finished.Problem.Split);

    /// <summary>The user's turn.</summary>
    public ChatMessage Prompt => new(ChatMessage.User, finished.Problem.Statement);

    /// <summary>The seed the derivations start from.</summary>
    public Seed Seed => new(derivations.Seed ?? lineage.Seed);

    public DerivedRows Thoughts => _thoughts ??= derivations.Thoughts.Derive(finished, lineage);

    /// <summary>Why nothing is derived from the tree's paths; null when something may be. A tree that an error or a person cut off is no sample of anything.</summary>
    public string? Refusal =>
        finished.Tree is null ? "no-tree"
        : finished.Outcome is ProblemOutcome.Failed or ProblemOutcome.Cancelled ? EnumNames.Outcome.Name(finished.Outcome)
        : null;

    /// <summary>The tree beside what its checkers say; null when there is a <see cref="Refusal"/>.</summary>
    public JudgedTree? Judged => Refusal is null
        ? _judged ??= new JudgedTree(finished.Tree!, derivations.Judges.Answers(finished.Problem), derivations.Judges.Steps(finished.Problem))
        : null;

    public RowOrigin Origin => _origin ??= new RowOrigin
    {
        ProblemId = finished.Problem.Id,
        TreeId = finished.Tree?.Id,
        Source = finished.Problem.Source,
        Topic = finished.Problem.Topic,
        Level = finished.Problem.Level,
        License = finished.Problem.License,
        Kind = finished.Problem.Kind,
        Split = Split,
        PolicyModel = lineage.PolicyModel,
        RewardModel = lineage.RewardModel,
        Search = lineage.Search,
        Round = lineage.Round,
        Verifier = derivations.Judges.Answers(finished.Problem).Version,
        ConfigHash = lineage.ConfigHash,
    };

    /// <summary>The preference pairs of a level.</summary>
    public PairResult Pairs(PairLevel level)
    {
        if (!_pairs.TryGetValue(level, out var result))
        {
            _pairs[level] = result = Judged is { } judged ? derivations.Pairs.Derive(judged, level, Seed) : new PairResult([], Refusal);
        }

        return result;
    }

    /// <summary>Counts something that gives no row of a config.</summary>
    public void Omit(string config, string reason) => omitted(config, reason);
}
