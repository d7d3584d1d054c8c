using System.Buffers;
using SynthFarm.Core.Answers;
using SynthFarm.Core.Problems;
using SynthFarm.Core.Reasoning;
using SynthFarm.Core.Search;
using SynthFarm.Corpus.Store;
using SynthFarm.Formats.Faults;
using SynthFarm.Formats.Json;
using SynthFarm.Formats.Records;

namespace SynthFarm.Formats.Importing;

/// <summary>Makes one problem of the records that tell of it, and a tree of their solutions.</summary>
internal sealed class ProblemMerge(ImportRequest request, ProblemFormat format, FaultLog faults, ImportTally tally)
{
    /// <summary>What stands for a gold answer that nobody gives; such problems are not written to the problem file.</summary>
    public const string NoGold = "?";

    private const string Again = "another record tells of the same problem and is kept";

    private readonly IFormatWriter _writer = format.Writer(request.Fields);
    private readonly IdConflicts _conflicts = new(request.TreeDirectory is not null, faults, tally);
    private readonly ArrayBufferWriter<byte> _line = new(4096);

    /// <param name="records">At least one; the first decides the problem's fields.</param>
    /// <returns>Null when the problem cannot be made, which has been counted.</returns>
    public MergedProblem? Merge(IReadOnlyList<ReadRecord> records)
    {
        records = _conflicts.Without(records);
        var first = records[0].Content;
        var gold = records.Select(record => record.Content.Answer).FirstOrDefault(answer => answer is not null);
        var fields = Fields(first, gold ?? NoGold);
        if (request.TreeDirectory is not null)
        {
            return MergeTree(records, fields, gold is not null);
        }

        CountLosses(records);
        if (gold is null)
        {
            tally.LeftOut("no gold answer", records.Count);
            return null;
        }

        return Fitting(WithMemory(fields, format.WritesProblems ? OfProblem(fields, records[0]) : null), true, null, records.Count);
    }

    private RecordValue? OfProblem(ProblemFields fields, ReadRecord record)
    {
        var written = _writer.Write(new ExportedRecord { Problem = AsGiven(fields, record.Content), IsImported = true });
        return ImportMemory.OfProblem(format.Name, Added(fields, record.Content), ImportMemory.Rest(written, record.Source.Value!));
    }

    private MergedProblem? MergeTree(IReadOnlyList<ReadRecord> records, ProblemFields fields, bool hasGold)
    {
        var problem = AsGiven(fields, records[0].Content);
        var merged = new MergedSolutions();
        var solved = records.Where(record => record.Content.Solution is not null).ToList();
        var places = solved.Select(record => merged.Add(record.Content.Solution!, format.Name)).ToList();
        var checker = AnswerCheckers.For(problem);
        AnswerVerdict Judge(string answer, Verdict label) => hasGold ? checker.Check(problem, answer)
            : new AnswerVerdict(label, label == Verdict.Unknown ? "there is no gold answer" : "the data set says so, and gives no gold answer", $"label:{format.Name}");

        // The first tree is what the writer sees; the problem that remembers what the writer leaves out has another.
        var draft = merged.ToTree(problem, Judge);
        var memory = solved.Select((record, i) => Remember(draft, record, places[i].Steps)).ToList();
        problem = WithMemory(fields, memory.Count == 0 ? null : ImportMemory.OfRecords(format.Name, Added(fields, records[0].Content), memory));
        var tree = merged.ToTree(problem, Judge);
        for (var i = 0; i < solved.Count; i++)
        {
            foreach (var answer in places[i].Answers)
            {
                tally.Answer(tree[answer].AnswerVerdict.Verdict, hasGold ? solved[i].Content.Solution!.Label : null);
            }
        }

        var finished = new FinishedProblem
        {
            Problem = problem,
            Tree = tree,
            Outcome = tree.CorrectLeaves().Any() ? ProblemOutcome.Accepted : ProblemOutcome.Exhausted,
            SearchEnd = SearchEnd.Complete,
            Verifier = hasGold ? checker.Version : $"label:{format.Name}",
        };
        if (Fitting(problem, hasGold, finished, records.Count) is not { } fitting)
        {
            return null;
        }

        tally.Solutions += solved.Count;
        tally.Trees++;
        tally.Steps += tree.Count - 1;
        if (!hasGold)
        {
            tally.LeftOut("no gold answer: the tree is kept, the problem is not written", records.Count);
        }

        return fitting;
    }

    private RecordValue Remember(ReasoningTree tree, ReadRecord record, IReadOnlyList<int> steps)
    {
        var form = record.Content.Solution!.Form;
        var written = _writer.Write(ExportedRecord.OfSteps(tree, [.. steps.Select(id => tree[id])], form));
        return ImportMemory.OfRecord(steps, form, ImportMemory.Rest(written, record.Source.Value!));
    }

    /// <summary>A problem whose line no command would read is left out.</summary>
    private MergedProblem? Fitting(Problem problem, bool hasGold, FinishedProblem? finished, int records)
    {
        _line.ResetWrittenCount();
        ProblemSerializer.Write(_line, problem);
        if (_line.WrittenCount <= ProblemLineParser.DefaultMaxBytes)
        {
            return new MergedProblem(_line.WrittenSpan.ToArray(), hasGold, finished);
        }

        tally.LeftOut($"the problem's line would be longer than {ProblemLineParser.DefaultMaxBytes} bytes", records);
        return null;
    }

    private void CountLosses(IReadOnlyList<ReadRecord> records)
    {
        tally.Duplicates += records.Count - 1;
        foreach (var record in records)
        {
            var source = record.Source.Value!;
            if (!format.WritesProblems)
            {
                foreach (var field in source.Fields.Where(field => !format.ProblemFields.Contains(field.Key)))
                {
                    tally.Losses.Add(field.Key, "part of the solution; --trees DIR keeps it");
                }
            }
            else if (record != records[0])
            {
                foreach (var field in source.Fields.Where(field => records[0].Source.Value![field.Key] is not { } kept || !kept.SameAs(field.Value)))
                {
                    tally.Losses.Add(field.Key, Again);
                }
            }
        }
    }

    private ProblemFields Fields(ImportedRecord record, string answer) => new()
    {
        Id = record.Id ?? ProblemKeys.DerivedId(record, answer),
        Statement = record.Statement,
        Answer = answer,
        Kind = record.Kind,
        Source = record.Source ?? request.Source ?? (format.IsDataSet ? format.Name : null),
        Topic = record.Topic,
        Level = record.Level,
        Split = record.Split ?? request.Split,
        License = record.License ?? request.License ?? format.License,
        Meta = record.Meta is { Fields.Count: > 0 } meta ? RecordJson.ToElement(meta) : null,
    };

    /// <summary>The fields that no record has and that the format would write.</summary>
    private List<string> Added(ProblemFields fields, ImportedRecord record) => new[]
        {
            ("source", record.Source, fields.Source), ("split", record.Split, fields.Split), ("license", record.License, fields.License),
        }
        .Where(field => field.Item2 is null && field.Item3 is not null && format.Carries.Contains(field.Item1))
        .Select(field => field.Item1)
        .ToList();

    private static Problem AsGiven(ProblemFields fields, ImportedRecord record) =>
        Problem.Create(fields with { Source = record.Source, Split = record.Split, License = record.License });

    private static Problem WithMemory(ProblemFields fields, RecordValue? memory)
    {
        if (memory is null)
        {
            return Problem.Create(fields);
        }

        var meta = fields.Meta is { } element ? RecordJson.OfElement(element)! : RecordValue.Object();
        return Problem.Create(fields with { Meta = RecordJson.ToElement(meta.With(ImportMemory.Field, memory)) });
    }
}
