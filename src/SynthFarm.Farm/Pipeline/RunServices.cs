using SynthFarm.Core.Answers;
using SynthFarm.Core.Problems;
using SynthFarm.Corpus.Durability;
using SynthFarm.Corpus.Rows;
using SynthFarm.Farm.Progress;

namespace SynthFarm.Farm.Pipeline;

/// <summary>What a run gets from its host besides models and problems.</summary>
public sealed record RunServices
{
    /// <summary>Who judges answers and steps. Default: the built-in checkers of each problem's kind.</summary>
    public ProblemJudges Judges { get; init; } = ProblemJudges.BuiltIn;

    /// <summary>
    /// Versions of every checker that <see cref="Judges"/> can name; part of the configuration's hash. Default: those of the built-in ones.
    /// </summary>
    public IReadOnlyList<string> Verifiers { get; init; } = BuiltInVerifiers;

    /// <summary>The clock for batches, rates and reports; nothing that reaches a row depends on it.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>For tests of crash safety; does nothing by default.</summary>
    public ICrashPoints CrashPoints { get; init; } = CrashPoint.None;

    /// <summary>Told what happens, on whatever thread it happens; must return soon.</summary>
    public Action<RunEvent>? Events { get; init; }

    /// <summary>The checkers of the built-in families and the general one.</summary>
    public static IReadOnlyList<string> BuiltInVerifiers { get; } =
        [.. ProblemFamilies.All.SelectMany(family => new[] { family.Answers.Version, family.Steps.Version }).Append(AnswerCheckers.ForKind(null).Version)];
}
