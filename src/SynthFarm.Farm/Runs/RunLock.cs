using System.Globalization;

namespace SynthFarm.Farm.Runs;

/// <summary>
/// Keeps a second process out of a run directory. The lock is the operating system's, held on an open file: it ends with the process,
/// however that ends. The owner's process id stands in a file beside it, for the message.
/// </summary>
internal sealed class RunLock : IDisposable
{
    public const string LockName = "run.lock";
    public const string OwnerName = "run.owner";

    private const int Attempts = 4;

    private readonly FileStream _file;

    private RunLock(FileStream file) => _file = file;

    /// <exception cref="RunDirectoryException">Another process, or another run in this one, has it.</exception>
    public static async Task<RunLock> TakeAsync(string directory, TimeProvider clock, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var file = new FileStream(Path.Combine(directory, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
                return Own(directory, file);
            }
            catch (IOException e) when (e is not (DirectoryNotFoundException or FileNotFoundException) && File.Exists(Path.Combine(directory, LockName)))
            {
                // Looking whether the lock is held takes it for a moment: a reader must not keep a run from starting.
                if (attempt == Attempts)
                {
                    throw new RunDirectoryException($"{directory}: {Owner(directory)} is working on this run. Wait for it, stop it, or use another directory.", e);
                }
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), clock, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Whether some process has the lock now.</summary>
    public static bool IsHeld(string directory)
    {
        var path = Path.Combine(directory, LockName);
        try
        {
            using var probe = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            return false;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    public void Dispose() => _file.Dispose();

    private static RunLock Own(string directory, FileStream file)
    {
        try
        {
            File.WriteAllText(Path.Combine(directory, OwnerName), Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            return new RunLock(file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static string Owner(string directory)
    {
        try
        {
            return $"the process with the id {File.ReadAllText(Path.Combine(directory, OwnerName)).Trim()}";
        }
        catch (IOException)
        {
            return "another process";
        }
    }
}
