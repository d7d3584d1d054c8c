using SynthFarm.Core.Selection.Candidates;
using SynthFarm.Corpus.Durability;
using SynthFarm.Corpus.Trees;

namespace SynthFarm.Corpus.Curation;

/// <summary>
/// What curators say of a snapshot's rows: a side table that never changes a row. A file of JSON lines that is only appended to; the last
/// mark of a row counts. A mark is on the disk when <see cref="Append"/> returns. Thread-safe, and safe among processes.
/// </summary>
/// <param name="path">The file; it need not be there.</param>
/// <param name="clock">Where the times of marks come from.</param>
public sealed class MarkStore(string path, TimeProvider clock)
{
    private const int Attempts = 100;
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(20);

    private readonly Lock _gate = new();

    public string Path => path;

    /// <summary>Where the marks of a snapshot lie by default: beside it, because a snapshot is never changed.</summary>
    public static string BesideSnapshot(string snapshotDirectory)
        => System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(snapshotDirectory)) + ".marks.jsonl";

    /// <summary>Appends a mark.</summary>
    /// <exception cref="CorpusException">A text is empty, too long or not Unicode, the file cannot be written, or another writer keeps it.</exception>
    public AppendedMark Append(string rowId, CurationDecision decision, string? note = null, string? by = null)
    {
        Require(rowId, "row id", 1, CurationMark.MaxRowIdLength);
        Require(note ?? "", "note", 0, CurationMark.MaxNoteLength);
        Require(by ?? "", "name", 0, CurationMark.MaxByLength);
        var mark = new CurationMark(rowId, decision, note, by, clock.GetUtcNow());
        lock (_gate)
        {
            using var file = Open();
            var isNew = file.Length == 0;
            var removed = MendTail(file);
            file.Write(MarkLine.Write(mark));
            file.Flush(flushToDisk: true);
            if (isNew)
            {
                DurableFiles.FlushDirectory(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!);
            }

            return new AppendedMark(mark, removed);
        }
    }

    /// <summary>Reads all marks; none when there is no file.</summary>
    /// <exception cref="CorpusException">A line before the last is no mark, or the file cannot be read.</exception>
    public MarkLog Read()
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            return MarkReader.Read(file, path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return MarkLog.Empty;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CorpusException($"{path}: cannot be read: {e.Message}", e);
        }
    }

    private FileStream Open()
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path) && attempt < Attempts)
            {
                Thread.Sleep(_pause);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new CorpusException($"{path}: cannot be written to: {e.Message}", e);
            }
        }
    }

    /// <summary>
    /// Goes to the end. A last line without a line feed is what a killed writer left: a whole mark gets its line feed, anything else is
    /// removed, so that the next mark has a line of its own.
    /// </summary>
    /// <returns>Whether something was removed.</returns>
    private bool MendTail(FileStream file)
    {
        var window = new byte[Math.Min(file.Length, MarkReader.MaxLineBytes + 1L)];
        file.Position = file.Length - window.Length;
        file.ReadExactly(window);
        var tail = window.AsMemory(window.AsSpan().LastIndexOf((byte)'\n') + 1);
        if (tail.IsEmpty)
        {
            return false;
        }

        if (MarkLine.Read(tail, out _) is not null)
        {
            file.WriteByte((byte)'\n');
            return false;
        }

        if (tail.Length > MarkReader.MaxLineBytes)
        {
            throw new CorpusException($"{path}: the last line is longer than any mark; this is no file of marks.");
        }

        file.SetLength(file.Length - tail.Length);
        file.Position = file.Length;
        return true;
    }

    private static void Require(string text, string what, int min, int max)
    {
        if (text.Length < min || text.Length > max)
        {
            throw new CorpusException($"The {what} has {text.Length} characters; allowed are {min} to {max}.");
        }

        if (UnicodeText.IndexOfLoneSurrogate(text) >= 0)
        {
            throw new CorpusException($"The {what} holds half a surrogate pair, which has no UTF-8 form.");
        }
    }
}
