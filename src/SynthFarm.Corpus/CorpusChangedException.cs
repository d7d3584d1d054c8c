namespace SynthFarm.Corpus;

/// <summary>A part was merged into another while it was being read. Nothing is damaged: open the corpus again and read anew.</summary>
public sealed class CorpusChangedException : CorpusException
{
    public CorpusChangedException(string message)
        : base(message)
    {
    }

    public CorpusChangedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public CorpusChangedException()
    {
    }
}
