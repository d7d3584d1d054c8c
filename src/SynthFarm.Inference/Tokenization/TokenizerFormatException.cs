namespace SynthFarm.Inference.Tokenization;

/// <summary>
/// A tokenizer file is broken or asks for something this tokenizer does not do. The message names the file, the key
/// (for example <c>pre_tokenizer.pretokenizers[1].behavior</c>), what was found and what is allowed.
/// </summary>
public sealed class TokenizerFormatException : Exception
{
    public TokenizerFormatException(string message) : base(message)
    {
    }

    public TokenizerFormatException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
