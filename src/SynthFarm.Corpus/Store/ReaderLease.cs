namespace SynthFarm.Corpus.Store;

/// <summary>
/// Keeps the parts a reader may need. Readers share a lock on one file from before they read the manifest until they are done; parts that no
/// manifest lists any more are removed only under the exclusive lock. Locks end with their process.
/// </summary>
/// <remarks>
/// A run of an earlier version has no such file, and some network file systems have no locks. There a part may vanish under a reader, which
/// tells so with a <see cref="CorpusChangedException"/>.
/// </remarks>
internal sealed class ReaderLease : IDisposable
{
    private const int Attempts = 500;
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(20);

    private readonly FileStream? _file;

    private ReaderLease(FileStream? file) => _file = file;

    /// <summary>For reading; waits while parts are being removed.</summary>
    /// <exception cref="CorpusException">They are being removed for longer than 10 seconds.</exception>
    public static ReaderLease Take(string runDirectory)
    {
        var path = RunLayout.Readers(runDirectory);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new ReaderLease(File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read) : null);
            }
            catch (UnauthorizedAccessException)
            {
                return new ReaderLease(null);
            }
            catch (IOException e) when (attempt == Attempts)
            {
                throw new CorpusException($"{path}: is held by a process that removes parts.", e);
            }
            catch (IOException)
            {
                Thread.Sleep(_pause);
            }
        }
    }

    /// <summary>For removing parts; null while someone reads.</summary>
    public static ReaderLease? TryExclude(string runDirectory)
    {
        try
        {
            return new ReaderLease(new FileStream(RunLayout.Readers(runDirectory), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            return null;
        }
    }

    public void Dispose() => _file?.Dispose();
}
