using SynthFarm.Cli.Terminal;
using SynthFarm.Farm.Evaluation.Searches;

namespace SynthFarm.Cli.Commands.Evaluate;

/// <summary>The file of <c>--plot</c>: opened under a temporary name before anything is measured, moved into place when it is whole.</summary>
internal sealed class PlotFile : IDisposable
{
    private readonly string _path;
    private readonly FileStream _file;

    /// <exception cref="CliException">The file cannot be written.</exception>
    public PlotFile(string path)
    {
        _path = path;
        _file = Try(() => new FileStream(Partial, FileMode.Create, FileAccess.Write));
    }

    private string Partial => _path + ".partial";

    /// <exception cref="CliException">The file cannot be written.</exception>
    public void Write(SearchComparisonReport report) => Try(() =>
    {
        SearchPlot.Write(report, _file);
        _file.Dispose();
        File.Move(Partial, _path, overwrite: true);
        return true;
    });

    public void Dispose()
    {
        _file.Dispose();
        File.Delete(Partial);
    }

    private T Try<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw CliException.Usage($"--plot: {_path} cannot be written: {e.Message}", e);
        }
    }
}
