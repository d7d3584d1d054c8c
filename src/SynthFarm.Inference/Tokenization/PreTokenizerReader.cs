using SynthFarm.Inference.Tokenization.PreTokenizers;

namespace SynthFarm.Inference.Tokenization;

/// <summary>Reads <c>pre_tokenizer</c>: one step or a Sequence of steps.</summary>
internal static class PreTokenizerReader
{
    public static IReadOnlyList<IPreTokenizer> Read(JsonSection section)
    {
        IReadOnlyList<IPreTokenizer> steps = [.. section.Steps("pretokenizers").Select(ReadStep)];
        if (steps.Take(steps.Count - 1).Any(step => step is ByteLevelPreTokenizer))
            throw section.Error("pre_tokenizer has a ByteLevel step that is not the last");
        if (steps.Skip(1).Any(step => step is MetaspacePreTokenizer) || (steps.Any(step => step is MetaspacePreTokenizer) && steps[^1] is ByteLevelPreTokenizer))
            throw section.Error("pre_tokenizer has a Metaspace step; it must be the first, and none may be ByteLevel");
        return steps;
    }

    private static IPreTokenizer ReadStep(JsonSection step)
    {
        switch (step["type"].Text())
        {
            case "Split":
                step.Only("type", "pattern", "behavior", "invert");
                step.Allow("behavior", "\"Isolated\"");
                step.Allow("invert", "false");
                return new SplitPreTokenizer(PatternReader.ReadRegex(step["pattern"]));
            case "Digits":
                step.Only("type", "individual_digits");
                return new DigitsPreTokenizer(step.Flag("individual_digits", false));
            case "ByteLevel":
                step.Only("type", "add_prefix_space", "trim_offsets", "use_regex");
                return new ByteLevelPreTokenizer(
                    step.Flag("add_prefix_space", true), step.Flag("use_regex", true), step.Flag("trim_offsets", true));
            case "Metaspace":
                return ReadMetaspace(step);
            default:
                throw step.Unsupported("type", "Sequence, Split, Digits, ByteLevel, Metaspace");
        }
    }

    /// <summary>Old files say <c>add_prefix_space</c> where newer ones have <c>prepend_scheme</c>.</summary>
    private static MetaspacePreTokenizer ReadMetaspace(JsonSection step)
    {
        step.Only("type", "replacement", "str_rep", "add_prefix_space", "prepend_scheme", "split");
        step.Allow("replacement", $"\"{TokenizerDefinition.Metaspace}\"", "\"\\u2581\"");
        return new MetaspacePreTokenizer(MetaspaceScheme(step), step.Flag("split", true));
    }

    /// <summary>Which sections get a space, as the steps Metaspace of <c>pre_tokenizer</c> and of <c>decoder</c> say it.</summary>
    public static PrependScheme MetaspaceScheme(JsonSection step)
    {
        bool prefix = step.Flag("add_prefix_space", true);
        if (!step.Has("prepend_scheme"))
            return prefix ? PrependScheme.Always : PrependScheme.Never;
        PrependScheme scheme = step["prepend_scheme"].Text() switch
        {
            "always" => PrependScheme.Always,
            "first" => PrependScheme.First,
            "never" => PrependScheme.Never,
            _ => throw step.Unsupported("prepend_scheme", "always, first, never"),
        };
        return prefix || scheme == PrependScheme.Never ? scheme : throw step.Unsupported("add_prefix_space", "true, where prepend_scheme is not never");
    }
}
