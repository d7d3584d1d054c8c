namespace SynthFarm.Corpus;

/// <summary>
/// A corpus cannot be read, written or published as asked. The message names the file or problem and says what was found; damage found
/// by a check is reported as findings instead.
/// </summary>
public class CorpusException : Exception
{
    public CorpusException(string message)
        : base(message)
    {
    }

    public CorpusException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public CorpusException()
    {
    }
}
