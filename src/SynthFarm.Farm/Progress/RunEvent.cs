using SynthFarm.Corpus.Store;

namespace SynthFarm.Farm.Progress;

/// <summary>Something that happened in a run.</summary>
public abstract record RunEvent;

/// <summary>The run is somewhere else now.</summary>
public sealed record StateChanged(RunState State) : RunEvent;

/// <summary>A problem ended; it is durable with the next <see cref="ProblemsCommitted"/>.</summary>
/// <param name="ProblemId">The problem.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Reason">Why it failed; null for normal ends.</param>
/// <param name="Steps">Steps of its tree.</param>
/// <param name="Tokens">Tokens generated into its tree.</param>
public sealed record ProblemEnded(string ProblemId, ProblemOutcome Outcome, string? Reason, int Steps, long Tokens) : RunEvent;

/// <summary>Finished problems are in the corpus.</summary>
/// <param name="Count">How many with this commit.</param>
/// <param name="Sequence">The commit's number in the corpus.</param>
public sealed record ProblemsCommitted(int Count, long Sequence) : RunEvent;

/// <summary>A line for the log: something was repaired, or a run idles and why.</summary>
public sealed record RunNotice(string Text) : RunEvent;
