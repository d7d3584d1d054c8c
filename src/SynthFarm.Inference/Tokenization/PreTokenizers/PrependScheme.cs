namespace SynthFarm.Inference.Tokenization.PreTokenizers;

/// <summary>Before which sections <c>Metaspace</c> puts a space.</summary>
internal enum PrependScheme
{
    Never,

    /// <summary>The one at the beginning of the text.</summary>
    First,

    /// <summary>That one and those behind control tokens.</summary>
    Always,
}
