using System.Text;
using System.Text.Json.Nodes;

namespace SynthFarm.Inference.OpenAI.Exchanges;

/// <summary>Puts one choice together from its pieces.</summary>
internal sealed class ChoiceAssembly(int index, string? cutAfter)
{
    private readonly StringBuilder _text = new();
    private readonly List<int> _tokens = [];
    private readonly List<double> _logProbs = [];
    private Dictionary<string, double>? _alternatives;
    private string? _finish;
    private string? _stopText;
    private int _pieces;

    public bool HasEnded => _finish is not null;

    /// <summary>Adds a piece and tells whether it held anything.</summary>
    /// <exception cref="ServedFault">More comes after the end, or the choice ended otherwise than a text ends.</exception>
    public bool Add(JsonObject piece)
    {
        if (_finish is not null)
        {
            // What comes after a cut was on its way already.
            return _finish == ServedChoice.Cut ? false : throw new ServedFault(FaultKind.Wrong, $"choice {index} was answered twice");
        }

        var text = piece["text"]?.GetValue<string>() ?? piece["delta"]?["content"]?.GetValue<string>() ?? piece["message"]?["content"]?.GetValue<string>() ?? "";
        AddTokens(piece);
        var from = Math.Max(0, _text.Length - (cutAfter?.Length ?? 0) + 1);
        _text.Append(text);
        _pieces += text.Length > 0 ? 1 : 0;
        var finish = piece["finish_reason"]?.GetValue<string>();
        if (cutAfter is not null && text.Length > 0 && _text.ToString(from, _text.Length - from).IndexOf(cutAfter, StringComparison.Ordinal) is >= 0 and var at)
        {
            _text.Length = from + at + cutAfter.Length;
            _finish = ServedChoice.Cut;
        }
        else if (finish is "stop" or "length")
        {
            _finish = finish;
            _stopText = piece["stop_reason"] is JsonValue reason && reason.TryGetValue<string>(out var stop) ? stop : null;
        }
        else if (finish is not null)
        {
            // A server that stops aborts what it writes; any other end comes again however often it is asked for.
            throw new ServedFault(finish == "abort" ? FaultKind.Outage : FaultKind.Wrong, $"choice {index} ended as \"{finish[..Math.Min(finish.Length, 40)]}\"");
        }

        return text.Length > 0 || finish is not null || piece["token_ids"] is JsonArray { Count: > 0 };
    }

    public ServedChoice ToChoice() => new(index, _text.ToString(), _tokens, _logProbs, _finish!, _stopText) { Pieces = _pieces, Alternatives = _alternatives };

    // Servers compute in single precision; read so, a mean has the bits it has on the engine.
    private void AddTokens(JsonObject piece)
    {
        if (piece["token_ids"] is JsonArray ids)
        {
            _tokens.AddRange(ids.Select(id => id!.GetValue<int>()));
        }

        if (piece["logprobs"] is not JsonObject logProbs)
        {
            return;
        }

        if (logProbs["token_logprobs"] is JsonArray values)
        {
            _logProbs.AddRange(values.Select(value => (double)(value?.GetValue<float>() ?? 0)));
            _alternatives ??= logProbs["top_logprobs"] is JsonArray { Count: > 0 } top && top[0] is JsonObject first
                ? first.ToDictionary(pair => pair.Key, pair => pair.Value!.GetValue<double>())
                : null;
        }
        else if (logProbs["content"] is JsonArray content)
        {
            _logProbs.AddRange(content.Select(token => (double)token!["logprob"]!.GetValue<float>()));
        }
    }
}
