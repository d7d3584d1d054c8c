namespace SynthFarm.Inference.Tokenization.Text;

/// <summary>Where a section of a text stands: added tokens cut a text into sections, and some steps put a space before certain ones.</summary>
internal enum SectionPlace
{
    /// <summary>At the very beginning of a text.</summary>
    First,

    /// <summary>Behind a control token.</summary>
    Later,

    /// <summary>Goes on with what stands before it; nothing is put before it.</summary>
    Continued,
}
