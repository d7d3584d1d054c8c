using SynthFarm.Core.Answers;
using SynthFarm.Core.Problems;
using SynthFarm.Corpus.Publishing;
using SynthFarm.Corpus.Rows;
using SynthFarm.Parquet.Rows;

namespace SynthFarm.Corpus.Checking;

/// <summary>What a row of a preference, answer or label config must hold whatever derived it: judged from its texts alone.</summary>
internal sealed class DerivedRowRules(string config, ParquetRow row, Problem problem, ProblemJudges judges)
{
    private readonly IAnswerChecker _checker = judges.Answers(problem);

    /// <summary>Texts whose answer the checker confirmed to be what the row says; known after <see cref="Faults"/>.</summary>
    public int AnswersConfirmed { get; private set; }

    public IEnumerable<string> Faults() => config switch
    {
        ConfigNames.Dpo => Pair(Content("chosen"), Content("rejected"), isWhole: true),
        ConfigNames.DpoSteps or ConfigNames.DpoThoughts => Pair(Content("chosen"), Content("rejected"), isWhole: false),
        ConfigNames.DpoPairs => Pair(row.Get<string>("chosen.content"), row.Get<string>("rejected.content"), isWhole: true),
        ConfigNames.Kto => Answer("completion", Content("completion"), row.Get<bool>("label")),
        ConfigNames.KtoMessages => Answer("response", Content("messages"), row.Get<bool>("label")),
        ConfigNames.Prm => Labels(),
        ConfigNames.ProcessBench => FirstError(),
        _ => [],
    };

    private IEnumerable<string> Pair(string chosen, string rejected, bool isWhole)
    {
        if (chosen == rejected)
        {
            yield return "chosen and rejected are the same text";
        }

        foreach (var fault in isWhole ? Answer("chosen text", chosen, isCorrect: true).Concat(Answer("rejected text", rejected, isCorrect: false)) : [])
        {
            yield return fault;
        }
    }

    private IEnumerable<string> Answer(string name, string text, bool isCorrect)
    {
        var expected = isCorrect ? Verdict.Correct : Verdict.Wrong;
        var found = _checker.Extract(text) is { } answer ? _checker.Check(problem, answer) : new AnswerVerdict(Verdict.Unknown, "it states no answer", "");
        if (found.Verdict == expected)
        {
            AnswersConfirmed++;
        }
        else
        {
            yield return $"{_checker.Version} does not find a {(isCorrect ? "correct" : "wrong")} answer in the {name}: {found.Reason}";
        }
    }

    private IEnumerable<string> Labels()
    {
        var (steps, labels) = (row.Get<IReadOnlyList<string>>("completions").Count, row.Get<IReadOnlyList<bool>>("labels").Count);
        if (steps == 0 || steps != labels)
        {
            yield return $"has {steps} completions and {labels} labels; one label for each of at least one is expected";
        }
    }

    private IEnumerable<string> FirstError()
    {
        var (label, steps) = (row.Get<long>("label"), row.Get<IReadOnlyList<string>>("steps").Count);
        if (label < -1 || label >= steps)
        {
            yield return $"label is {label}; -1 to {steps - 1} are expected";
        }
    }

    /// <summary>The text of the last turn.</summary>
    private string Content(string column) => row.Get<IReadOnlyList<ParquetRow>>(column) is [.., var last] ? last.Get<string>("content") : "";
}
