using SynthFarm.Inference.Tokenization.PreTokenizers;

namespace SynthFarm.Inference.Tokenization;

/// <summary>
/// Reads <c>decoder</c>. It has to undo what the other keys do, so what is left to find out is whether the space before a text goes.
/// </summary>
internal static class DecoderReader
{
    /// <summary>Checks a key that may be <c>ByteLevel</c> alone; no flag of it changes an id or a text.</summary>
    public static void CheckByteLevel(JsonSection step)
    {
        step.Only("type", "add_prefix_space", "trim_offsets", "use_regex");
        step.Allow("type", "\"ByteLevel\"");
    }

    /// <summary>Reads the decoder of a vocabulary of characters.</summary>
    /// <param name="section">The key's value.</param>
    /// <param name="metaspace">Whether spaces are written as U+2581.</param>
    /// <returns>Whether one space goes from the beginning of a text.</returns>
    public static bool ReadCharacters(JsonSection section, bool metaspace)
    {
        List<JsonSection> steps = [.. section.Steps("decoders")];
        var found = new HashSet<string>();
        bool strips = false;
        foreach (JsonSection step in steps)
        {
            string type = step["type"].Text();
            if (!found.Add(type == "Metaspace" ? "Replace" : type))
                throw step.Error($"{step.Path} is a second step of its kind");
            strips |= ReadStep(step, type, found);
        }

        if (!found.Contains("ByteFallback"))
            throw section.Error("decoder must have a step ByteFallback, since model.byte_fallback is true");
        if (found.Contains("Replace") != metaspace)
            throw section.Error($"decoder {(metaspace ? "must turn" : "turns")} {TokenizerDefinition.Metaspace} into a space, since spaces are {(metaspace ? "" : "not ")}written that way");
        return strips;
    }

    private static bool ReadStep(JsonSection step, string type, HashSet<string> found)
    {
        switch (type)
        {
            case "Replace":
                step.Only("type", "pattern", "content").Allow("content", "\" \"");
                step["pattern"].Only("String").Allow("String", $"\"{TokenizerDefinition.Metaspace}\"", "\"\\u2581\"");
                return false;
            case "Metaspace":
                step.Only("type", "replacement", "str_rep", "add_prefix_space", "prepend_scheme", "split");
                step.Allow("replacement", $"\"{TokenizerDefinition.Metaspace}\"", "\"\\u2581\"");
                return PreTokenizerReader.MetaspaceScheme(step) != PrependScheme.Never;
            case "ByteFallback" or "Fuse":
                step.Only("type");
                return false;
            case "Strip":
                step.Only("type", "content", "start", "stop");
                step.Allow("content", "\" \"");
                step.Allow("start", "0", "1");
                step.Allow("stop", "0");
                if (!found.Contains("Fuse"))
                    throw step.Error($"{step.Path} must stand behind Fuse, or it would change every token");
                return step["start"].Id() == 1;
            default:
                throw step.Unsupported("type", "Sequence, Replace, ByteFallback, Fuse, Strip, Metaspace");
        }
    }
}
