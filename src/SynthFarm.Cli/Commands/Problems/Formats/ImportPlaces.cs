using SynthFarm.Cli.Terminal;
using SynthFarm.Farm.Runs;
using SynthFarm.Formats.Importing;

namespace SynthFarm.Cli.Commands.Problems.Formats;

/// <summary>Puts what an import makes in its places once all of it is made: the problem file, and the run directory with its trees.</summary>
internal sealed class ImportPlaces(ImportRequest request, string? trees, string output, CommandContext context)
{
    private readonly string? _trees = trees is null ? null : Path.TrimEndingDirectorySeparator(Path.GetFullPath(trees));
    private readonly string _made = output == "-" ? Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()) : output + ".partial";

    /// <exception cref="CliException">A place is taken or cannot be written.</exception>
    /// <exception cref="SynthFarm.Formats.Faults.ImportException">The input has faults or cannot be read; nothing was written.</exception>
    public async Task<ImportReport> RunAsync()
    {
        RequirePlaces();
        try
        {
            var report = await ImportAsync().ConfigureAwait(false);
            if (output != "-")
            {
                File.Move(_made, output, overwrite: true);
                return report;
            }

            foreach (var line in File.ReadLines(_made))
            {
                await context.Out.WriteLineAsync(line).ConfigureAwait(false);
            }

            return report;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CliException.Usage($"--out: {output} cannot be written: {e.Message}", e);
        }
        finally
        {
            File.Delete(_made);
        }
    }

    private async Task<ImportReport> ImportAsync()
    {
        if (_trees is null)
        {
            return await ProblemImport.RunAsync(request with { Output = _made }, context.Interrupted).ConfigureAwait(false);
        }

        var (work, problems) = (_trees + ".tmp-import", _trees + ".tmp-problems");
        var settings = Settings();
        Clear(work);
        try
        {
            var report = await ProblemImport.RunAsync(
                request with { Output = _made, TreeDirectory = work, TreeProblems = problems, Lineage = ImportedRun.Lineage(request.Format, settings) },
                context.Interrupted).ConfigureAwait(false);
            ImportedRun.Complete(work, request.Format, settings, problems, context.Interrupted);
            if (Directory.Exists(_trees))
            {
                Directory.Delete(_trees);
            }

            Directory.Move(work, _trees);
            return report;
        }
        finally
        {
            File.Delete(problems);
            Clear(work);
        }
    }

    /// <summary>What decides the trees besides the files: which columns were read.</summary>
    private Dictionary<string, string> Settings() => new[]
        {
            ("problem", request.Fields.Problem), ("answer", request.Fields.Answer), ("solution", request.Fields.Solution), ("label", request.Fields.Label), ("producer", request.Fields.Producer),
        }
        .Where(pair => pair.Item2 is not null)
        .ToDictionary(pair => pair.Item1, pair => pair.Item2!, StringComparer.Ordinal);

    private void RequirePlaces()
    {
        if (_trees is not null && (File.Exists(_trees) || (Directory.Exists(_trees) && Directory.EnumerateFileSystemEntries(_trees).Any())))
        {
            throw CliException.Usage($"--trees: {trees} is there already; imported trees need a new or an empty directory.");
        }

        if (_trees is not null && request.Format is "jsonl" or "csv" or "parquet" && request.Fields.Solution is null)
        {
            throw CliException.Usage($"--trees: {request.Format} has no solutions unless --solution-field names their column.");
        }

        if (output != "-" && Directory.Exists(output))
        {
            throw CliException.Usage($"--out: {output} is a directory; a file is needed.");
        }
    }

    private static void Clear(string directory)
    {
        if (Directory.Exists(directory))
        {
            Directory.Delete(directory, recursive: true);
        }
    }
}
