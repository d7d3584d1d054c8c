using SynthFarm.Core.Answers;
using SynthFarm.Corpus.Store;

namespace SynthFarm.Corpus.Checking;

/// <summary>Checks the corpus of a run directory.</summary>
internal static class RunCheck
{
    public static void Run(CheckLog log)
    {
        using var lease = ReaderLease.Take(log.Directory);
        var manifest = LiveManifest.Load(log.Directory);
        var files = manifest.Parts.SelectMany(p => p.Files()).ToList();
        FileChecks.Check(log, files, RunLayout.ManifestPath);
        foreach (var path in OrphanedParts.Find(log.Directory, files.Select(f => f.Path).ToHashSet(StringComparer.Ordinal)))
        {
            log.Note(Path.GetRelativePath(log.Directory, path).Replace(Path.DirectorySeparatorChar, '/'), "is not listed; an interrupted commit or a merge left it and the next run removes it");
        }

        if (log.Options.FilesOnly)
        {
            return;
        }

        foreach (var part in manifest.Parts.Where(p => !p.Files().Any(f => log.IsDamaged(f.Path))))
        {
            log.Guard(part.Problems.Path, () => Check(log, part));
        }
    }

    private static void Check(CheckLog log, LivePart part)
    {
        string? previous = null;
        var problems = 0L;
        var steps = 0L;
        foreach (var finished in new PartReader(log.Directory).Read(part))
        {
            var id = finished.Problem.Id;
            if (string.CompareOrdinal(previous, id) >= 0)
            {
                log.Damage(part.Problems.Path, $"the problem comes after \"{previous}\"; ids are sorted and occur once", $"problem \"{id}\"");
            }

            previous = id;
            problems++;
            steps += finished.Tree?.Count ?? 0;
            CheckAnswers(log, part, finished);
        }

        log.Rows += problems + steps;
        RequireRows(log, part.Problems, problems);
        if (part.Trees is { } trees)
        {
            RequireRows(log, trees, steps);
        }
    }

    private static void CheckAnswers(CheckLog log, LivePart part, FinishedProblem finished)
    {
        if (finished.Outcome != ProblemOutcome.Accepted)
        {
            return;
        }

        var file = part.Trees?.Path ?? part.Problems.Path;
        var where = $"problem \"{finished.Problem.Id}\"";
        var correct = finished.Tree?.CorrectLeaves().ToList() ?? [];
        if (correct.Count == 0)
        {
            log.Damage(file, "is accepted, but no path of its tree states a correct answer", where);
        }

        var checker = log.Options.Judges.Answers(finished.Problem);
        foreach (var leaf in correct)
        {
            var verdict = checker.Check(finished.Problem, leaf.Answer ?? "");
            if (verdict.Verdict == Verdict.Correct)
            {
                log.AnswersConfirmed++;
            }
            else
            {
                log.Damage(file, $"{checker.Version} does not confirm the answer \"{leaf.Answer}\" of step {leaf.Id}: {verdict.Reason}", where);
            }
        }
    }

    private static void RequireRows(CheckLog log, FileEntry file, long rows)
    {
        if (rows != file.Rows)
        {
            log.Damage(file.Path, $"has {rows} rows where the manifest says {file.Rows}");
        }
    }
}
