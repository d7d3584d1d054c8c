namespace SynthFarm.Corpus.Store;

/// <summary>Keeps a second writer out, in this process or another, until the stream is disposed or the process ends.</summary>
internal static class WriterLock
{
    /// <param name="path">The lock's file; created when needed.</param>
    /// <param name="place">What is being written to, for the message.</param>
    /// <exception cref="CorpusException">Another writer has it.</exception>
    public static FileStream Take(string path, string place)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (File.Exists(path))
        {
            throw new CorpusException($"\"{place}\" is being written to by another process, which holds {path}.", e);
        }
    }
}
