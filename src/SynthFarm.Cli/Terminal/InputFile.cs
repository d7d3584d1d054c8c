namespace SynthFarm.Cli.Terminal;

/// <summary>Opens files named on the command line.</summary>
internal static class InputFile
{
    /// <summary>Opens an existing file for reading.</summary>
    /// <param name="path">As given by the user.</param>
    /// <param name="source">The option or argument that named it.</param>
    /// <exception cref="CliException">It does not exist or cannot be read.</exception>
    public static FileStream Open(string path, string source)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw CliException.Usage($"{source}: there is no file {path}.", e);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException or ArgumentException)
        {
            throw CliException.Usage($"{source}: {path} cannot be read: {e.Message}", e);
        }
    }
}
