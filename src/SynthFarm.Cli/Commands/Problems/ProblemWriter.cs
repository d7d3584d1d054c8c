using System.Text;
using SynthFarm.Cli.Terminal;
using SynthFarm.Core.Problems;

namespace SynthFarm.Cli.Commands.Problems;

/// <summary>Writes problem files.</summary>
internal static class ProblemWriter
{
    /// <summary>Writes the problems under a temporary name, then moves them into place; <c>-</c> is standard output.</summary>
    /// <exception cref="CliException">The file cannot be written.</exception>
    public static void Write(string path, IEnumerable<Problem> problems, CommandContext context)
    {
        if (path == "-")
        {
            Write(context.Out, problems, context.Interrupted);
            return;
        }

        var partial = path + ".partial";
        try
        {
            using (var file = new StreamWriter(partial, append: false, new UTF8Encoding(false)) { NewLine = "\n" })
            {
                Write(file, problems, context.Interrupted);
            }

            File.Move(partial, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CliException.Usage($"--out: {path} cannot be written: {e.Message}", e);
        }
        finally
        {
            if (File.Exists(partial))
            {
                File.Delete(partial);
            }
        }
    }

    private static void Write(TextWriter output, IEnumerable<Problem> problems, CancellationToken cancellationToken)
    {
        foreach (var problem in problems)
        {
            cancellationToken.ThrowIfCancellationRequested();
            output.WriteLine(ProblemSerializer.ToLine(problem));
        }
    }
}
