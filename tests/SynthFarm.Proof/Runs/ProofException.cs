namespace SynthFarm.Proof.Runs;

/// <summary>Something that every sweep relies on does not work, so that there is nothing to compare with.</summary>
internal sealed class ProofException : Exception
{
    public ProofException(string message)
        : base(message)
    {
    }

    public ProofException()
    {
    }

    public ProofException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
