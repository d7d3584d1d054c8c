namespace SynthFarm.Inference.Tokenization;

/// <summary>Reads <c>pre_tokenizer</c>: one step or a Sequence of steps, the last of them ByteLevel.</summary>
internal static class PreTokenizerReader
{
    public static IReadOnlyList<IPreTokenizer> Read(JsonSection section)
    {
        List<IPreTokenizer> steps = [];
        if (section["type"].Text() == "Sequence")
        {
            section.Only("type", "pretokenizers");
            steps.AddRange(section["pretokenizers"].Items().Select(ReadStep));
        }
        else
        {
            steps.Add(ReadStep(section));
        }

        if (steps.FindIndex(step => step is ByteLevelPreTokenizer) != steps.Count - 1 || steps.Count == 0)
            throw section.Error("pre_tokenizer must end with its only ByteLevel step; other models than byte-level ones are not supported");
        return steps;
    }

    private static IPreTokenizer ReadStep(JsonSection step)
    {
        switch (step["type"].Text())
        {
            case "Split":
                return ReadSplit(step);
            case "Digits":
                step.Only("type", "individual_digits");
                return new DigitsPreTokenizer(step.Flag("individual_digits", false));
            case "ByteLevel":
                step.Only("type", "add_prefix_space", "trim_offsets", "use_regex");
                return new ByteLevelPreTokenizer(
                    step.Flag("add_prefix_space", true), step.Flag("use_regex", true), step.Flag("trim_offsets", true));
            default:
                throw step.Unsupported("type", "Sequence, Split, Digits, ByteLevel");
        }
    }

    private static SplitPreTokenizer ReadSplit(JsonSection step)
    {
        step.Only("type", "pattern", "behavior", "invert");
        step.Allow("behavior", "\"Isolated\"");
        step.Allow("invert", "false");
        string pattern = step["pattern"].Only("Regex")["Regex"].Text();
        try
        {
            return new SplitPreTokenizer(pattern);
        }
        catch (ArgumentException error)
        {
            throw new TokenizerFormatException(step.Error($"the regular expression {pattern} is not understood: {error.Message}").Message, error);
        }
    }
}
