namespace SynthFarm.Inference.Tokenization;

/// <summary>How a vocabulary writes its tokens, and what a text is spelt in before merging.</summary>
internal enum VocabularyForm
{
    /// <summary>In the byte-level alphabet; a text is spelt in bytes (GPT-2, Qwen, Llama 3).</summary>
    ByteLevel,

    /// <summary>As text, with <c>&lt;0x00&gt;</c> to <c>&lt;0xFF&gt;</c> for bytes; a text is spelt in characters, in bytes where the vocabulary has no such character (Llama 2, Mistral).</summary>
    Characters,

    /// <summary>The same with spaces written as U+2581.</summary>
    CharactersAndMetaspace,
}
