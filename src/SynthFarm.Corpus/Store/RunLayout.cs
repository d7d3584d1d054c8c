namespace SynthFarm.Corpus.Store;

/// <summary>Where the corpus lies in a run directory.</summary>
internal static class RunLayout
{
    public const string TreesFolder = "trees";
    public const string ProblemsFolder = "corpus/problems";
    public const string ManifestPath = "corpus/manifest.json";
    public const string LockPath = "corpus/writer.lock";

    public static string Manifest(string runDirectory) => Path.Combine(runDirectory, "corpus", "manifest.json");

    public static string Trees(string runDirectory) => Path.Combine(runDirectory, "trees");

    public static string Problems(string runDirectory) => Path.Combine(runDirectory, "corpus", "problems");

    public static string Lock(string runDirectory) => Path.Combine(runDirectory, "corpus", "writer.lock");

    public static string Readers(string runDirectory) => Path.Combine(runDirectory, "corpus", "readers.lock");

    /// <summary>A part's name from its contents.</summary>
    public static string PartName(string sha256) => $"part-{sha256[..32]}.parquet";
}
