using SynthFarm.Inference.Tokenization.Normalizers;

namespace SynthFarm.Inference.Tokenization;

/// <summary>Reads <c>normalizer</c>: one step or a Sequence of steps.</summary>
internal static class NormalizerReader
{
    /// <param name="section">The key's value.</param>
    /// <param name="metaspace">Whether another key already says that spaces are written as U+2581.</param>
    public static IReadOnlyList<INormalizer> Read(JsonSection section, bool metaspace)
    {
        List<JsonSection> steps = [.. section.Steps("normalizers")];
        int spaces = steps.FindIndex(WritesSpaces);
        if (spaces >= 0 && steps.FindIndex(spaces + 1, step => step["type"].Text() != "Prepend") is >= 0 and int late)
            throw steps[late].Error($"{steps[late].Path} stands behind the step that writes spaces as {TokenizerDefinition.Metaspace}; only Prepend may");
        return [.. steps.Select(step => ReadStep(step, metaspace || spaces >= 0))];
    }

    private static bool WritesSpaces(JsonSection step) => step["type"].Text() == "Replace" && step["content"].Text() == TokenizerDefinition.Metaspace
        && PatternReader.Read(step["pattern"]).Text == " ";

    private static INormalizer ReadStep(JsonSection step, bool metaspace)
    {
        string type = step["type"].Text();
        switch (type)
        {
            case "Lowercase":
                step.Only("type");
                return new LowercaseNormalizer();
            case "Prepend":
                return new PrependNormalizer(step.Only("type", "prepend")["prepend"].Text(), metaspace);
            case "Replace":
                (string? text, Text.CodePointRegex? regex) = PatternReader.Read(step.Only("type", "pattern", "content")["pattern"]);
                return WritesSpaces(step) ? new MetaspaceNormalizer() : new ReplaceNormalizer(text, regex, step["content"].Text());
            case "Strip":
                step.Only("type", "strip_left", "strip_right");
                return new StripNormalizer(step.Flag("strip_left", true), step.Flag("strip_right", true));
            default:
                if (!FormNormalizer.Forms.TryGetValue(type, out System.Text.NormalizationForm form))
                    throw step.Unsupported("type", $"Sequence, {string.Join(", ", FormNormalizer.Forms.Keys)}, Lowercase, Prepend, Replace, Strip");
                step.Only("type");
                return new FormNormalizer(form);
        }
    }
}
