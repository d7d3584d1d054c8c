namespace SynthFarm.Corpus.Durability;

/// <summary>Relative paths as manifests write them.</summary>
internal static class FilePaths
{
    /// <summary>
    /// Whether a path is made of plain names (letters, digits, dot, dash, underscore, not beginning with a dot) and forward slashes, and
    /// so cannot leave its folder on any platform.
    /// </summary>
    public static bool IsPlain(string path) => path.Length is > 0 and <= 400 && path.Split('/').All(IsPlainName);

    /// <summary>The file a plain path names below a directory.</summary>
    public static string Resolve(string directory, string path) => Path.Combine([directory, .. path.Split('/')]);

    private static bool IsPlainName(string name)
        => name.Length > 0 && name[0] != '.' && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_');
}
