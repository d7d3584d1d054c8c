namespace SynthFarm.Farm.Runs;

/// <summary>What lies where in a run directory; <c>trees/</c> and <c>corpus/</c> are the corpus's.</summary>
internal static class RunLayout
{
    public const string JournalFolder = "journal";
    public const string ProblemsFolder = "problems";
    public const string LogsFolder = "logs";
    public const string ReportJson = "report.json";
    public const string ReportMarkdown = "report.md";

    /// <summary>Everything a run directory may hold at its top; anything else means that the folder is somebody else's.</summary>
    public static IReadOnlySet<string> Names { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        RunFile.FileName, RunFile.FileName + ".tmp", RunLock.LockName, RunLock.OwnerName, JournalFolder, ProblemsFolder, LogsFolder,
        "trees", "corpus", ReportJson, ReportJson + ".tmp", ReportMarkdown, ReportMarkdown + ".tmp",
    };
}
