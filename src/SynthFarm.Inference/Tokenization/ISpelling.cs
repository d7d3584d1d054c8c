namespace SynthFarm.Inference.Tokenization;

/// <summary>What a pre-token is made of before merging. Implementations are immutable and thread-safe.</summary>
internal interface ISpelling
{
    /// <summary>The tokens that spell a text, one after another.</summary>
    int[] Spell(ReadOnlySpan<char> text);
}
