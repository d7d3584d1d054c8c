namespace SynthFarm.Farm.Journal;

/// <summary>The journal is damaged or cannot be written. The message names the file, where the damage is known its offset, and the first cause.</summary>
public sealed class JournalException : Exception
{
    public JournalException(string message)
        : base(message)
    {
    }

    public JournalException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public JournalException()
    {
    }
}
