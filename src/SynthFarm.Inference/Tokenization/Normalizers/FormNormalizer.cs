using System.Text;
using System.Text.Json;
using SynthFarm.Inference.Tokenization.Text;

namespace SynthFarm.Inference.Tokenization.Normalizers;

/// <summary>The steps <c>NFC</c>, <c>NFD</c>, <c>NFKC</c> and <c>NFKD</c>: Unicode's normal forms.</summary>
internal sealed class FormNormalizer(NormalizationForm form) : INormalizer
{
    /// <summary>The steps by the names the file has for them.</summary>
    public static IReadOnlyDictionary<string, NormalizationForm> Forms { get; } = new Dictionary<string, NormalizationForm>
    {
        ["NFC"] = NormalizationForm.FormC,
        ["NFD"] = NormalizationForm.FormD,
        ["NFKC"] = NormalizationForm.FormKC,
        ["NFKD"] = NormalizationForm.FormKD,
    };

    public string Apply(string text, SectionPlace place) => UnicodeNormalization.Apply(text, form);

    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("type", Forms.First(known => known.Value == form).Key);
        writer.WriteEndObject();
    }
}
