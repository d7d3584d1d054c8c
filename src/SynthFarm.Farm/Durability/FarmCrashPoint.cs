using SynthFarm.Corpus.Durability;

namespace SynthFarm.Farm.Durability;

/// <summary>The points at which a run can be interrupted, besides the corpus's own (<see cref="CrashPoint"/>).</summary>
public static class FarmCrashPoint
{
    /// <summary>The accepted problems are complete and flushed under a temporary name.</summary>
    public const string ProblemsWritten = "accept.problems.written";

    /// <summary>The accepted problems have their name; the run file does not speak of them yet.</summary>
    public const string ProblemsRenamed = "accept.problems.renamed";

    /// <summary>The run file is complete and flushed under a temporary name.</summary>
    public const string RunFileWritten = "accept.run.written";

    /// <summary>The run file is in place: the problems are accepted.</summary>
    public const string RunFileRenamed = "accept.run.renamed";

    /// <summary>A problem's search is about to begin or to continue.</summary>
    public const string SearchStarting = "search.starting";

    /// <summary>Steps were generated; the journal has not seen them.</summary>
    public const string StepsGenerated = "search.steps.generated";

    /// <summary>Steps are durable; the search has not gone on.</summary>
    public const string StepsJournalled = "search.steps.journalled";

    /// <summary>A search has ended; nothing says so yet.</summary>
    public const string SearchEnded = "search.ended";

    /// <summary>Records are about to be written to the journal.</summary>
    public const string RecordsWaiting = "journal.records.waiting";

    /// <summary>Records are written to the journal and not flushed.</summary>
    public const string RecordsWritten = "journal.records.written";

    /// <summary>Records are flushed; nobody was told.</summary>
    public const string RecordsFlushed = "journal.records.flushed";

    /// <summary>A new segment is complete and flushed under a temporary name.</summary>
    public const string SegmentWritten = "journal.segment.written";

    /// <summary>A new segment is in place; the old one is still there.</summary>
    public const string SegmentRenamed = "journal.segment.renamed";

    /// <summary>A batch of finished problems is about to be committed.</summary>
    public const string CommitStarting = "commit.starting";

    /// <summary>A batch is committed; the journal still holds its trees.</summary>
    public const string CommitDone = "commit.done";

    /// <summary>Every point of a run, in the order in which a run passes them first.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        ProblemsWritten, ProblemsRenamed, RunFileWritten, RunFileRenamed,
        SegmentWritten, SegmentRenamed,
        SearchStarting, StepsGenerated, RecordsWaiting, RecordsWritten, RecordsFlushed, StepsJournalled, SearchEnded,
        CommitStarting, CommitDone,
    ];
}
