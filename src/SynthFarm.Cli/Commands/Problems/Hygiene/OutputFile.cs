using System.Text;
using System.Text.Json;
using SynthFarm.Cli.Terminal;

namespace SynthFarm.Cli.Commands.Problems.Hygiene;

/// <summary>Files that appear whole or not at all.</summary>
internal static class OutputFile
{
    /// <summary>Has a file written under a temporary name, then moves it into place.</summary>
    /// <param name="option">The option that named the file.</param>
    /// <param name="path">The file; an existing one is replaced.</param>
    /// <param name="write">Writes to the path it is given.</param>
    /// <exception cref="CliException">The file cannot be written.</exception>
    public static void Write(string option, string path, Action<string> write)
    {
        var partial = path + ".partial";
        try
        {
            write(partial);
            File.Move(partial, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CliException.Usage($"{option}: {path} cannot be written: {e.Message}", e);
        }
        finally
        {
            if (File.Exists(partial))
            {
                File.Delete(partial);
            }
        }
    }

    /// <summary>Writes a report, one JSON object to a line; nothing when no path was given.</summary>
    public static void WriteReport<T>(string? path, IEnumerable<T> entries)
    {
        if (path is not null)
        {
            Write("--report", path, partial =>
            {
                using var file = new StreamWriter(partial, append: false, new UTF8Encoding(false)) { NewLine = "\n" };
                foreach (var entry in entries)
                {
                    file.WriteLine(JsonSerializer.Serialize(entry, CliJson.Options));
                }
            });
        }
    }
}
