using System.Text;
using SynthFarm.Inference.Engine;
using SynthFarm.Inference.Tokenization;

namespace SynthFarm.Inference.Server.Generation;

/// <summary>
/// The text of a choice while it is written. What may yet turn out to be the beginning of a stop string is held back, so that the parts together are
/// the choice's text and none has to be taken back.
/// </summary>
internal sealed class ChoiceText(Tokenizer tokenizer, IReadOnlyList<string> stops)
{
    private readonly TokenTextDecoder _decoder = new(tokenizer);
    private readonly StringBuilder _held = new();
    private int _released;

    /// <summary>The text that is certain after this token.</summary>
    public string Append(int token)
    {
        // A control token can only be the one that ends the text, to which it does not belong.
        if (tokenizer.IsSpecial(token))
        {
            return "";
        }

        _held.Append(_decoder.Append(token));
        return Release(Certain(_held.ToString()));
    }

    /// <summary>The rest of the text.</summary>
    public string Finish(GeneratedSample sample) => sample.Text.Length > _released ? sample.Text[_released..] : "";

    private string Release(int length)
    {
        var text = _held.ToString(0, length);
        _held.Remove(0, length);
        _released += length;
        return text;
    }

    /// <summary>How much of the held text no stop string can begin in.</summary>
    private int Certain(string held)
    {
        var certain = held.Length;
        foreach (var stop in stops)
        {
            for (var at = 0; at < certain; at++)
            {
                var length = Math.Min(stop.Length, held.Length - at);
                if (string.CompareOrdinal(held, at, stop, 0, length) == 0)
                {
                    certain = at;
                }
            }
        }

        return certain;
    }
}
