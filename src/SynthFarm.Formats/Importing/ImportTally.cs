using SynthFarm.Core.Answers;

namespace SynthFarm.Formats.Importing;

/// <summary>Counts while an import goes on.</summary>
internal sealed class ImportTally
{
    /// <summary>What records with faults are counted under.</summary>
    public const string Invalid = "invalid";

    private readonly SortedDictionary<string, long> _leftOut = new(StringComparer.Ordinal);
    private ImportedAnswers _answers;

    public long Read { get; set; }

    /// <summary>Sound records.</summary>
    public long Sound { get; set; }

    public long Problems { get; set; }

    public long Duplicates { get; set; }

    public long Trees { get; set; }

    public long Solutions { get; set; }

    public long Steps { get; set; }

    public LossLog Losses { get; } = new();

    public IReadOnlyDictionary<string, long> LeftOuts => _leftOut;

    public ImportedAnswers Answers => _answers;

    public void LeftOut(string reason, long count = 1) => _leftOut[reason] = _leftOut.GetValueOrDefault(reason) + count;

    public void Answer(Verdict verdict, bool? label)
    {
        _answers = verdict switch
        {
            Verdict.Correct => _answers with { Correct = _answers.Correct + 1 },
            Verdict.Wrong => _answers with { Wrong = _answers.Wrong + 1 },
            _ => _answers with { Unknown = _answers.Unknown + 1 },
        };
        if (label is { } isRight)
        {
            _answers = verdict == (isRight ? Verdict.Correct : Verdict.Wrong)
                ? _answers with { LabelAgrees = _answers.LabelAgrees + 1 }
                : _answers with { LabelDiffers = _answers.LabelDiffers + 1 };
        }
    }
}
