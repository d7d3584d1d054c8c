using SynthFarm.Inference.Engine;
using SynthFarm.Inference.Server.Models;

namespace SynthFarm.Inference.Server.Pooling;

/// <summary>Where in a text a reward model's scores are read, and how they are told.</summary>
internal sealed class ScorePlaces
{
    private readonly int[] _marker;
    private readonly bool _rightFirst;
    private readonly int _labels;

    /// <exception cref="ArgumentException">The model does not fit its dialect, or has more labels than can be told.</exception>
    public ScorePlaces(ServedModel model)
    {
        var tokens = DialectTokens.Of(model.Engine, model.Dialect);
        _marker = [.. tokens.Marker];
        Contrast = tokens.Contrast;
        _rightFirst = Contrast is not null;
        _labels = _rightFirst ? 2 : model.Engine.Engine.Config.Labels;
        if (_labels > 2)
        {
            throw new ArgumentException($"{model.Name} has {_labels} labels; models with one or two can be served.", nameof(model));
        }
    }

    /// <summary>The tags a language model is asked about; null for a model with a head of its own.</summary>
    public TokenContrast? Contrast { get; }

    /// <summary>The positions: every token's, or that of each marker's last one.</summary>
    public IReadOnlyList<int> In(ReadOnlySpan<int> tokens)
    {
        if (_marker.Length == 0)
        {
            return [.. Enumerable.Range(0, tokens.Length)];
        }

        var places = new List<int>();
        for (var at = 0; at + _marker.Length <= tokens.Length; at++)
        {
            if (tokens.Slice(at, _marker.Length).SequenceEqual(_marker))
            {
                places.Add(at + _marker.Length - 1);
            }
        }

        return places;
    }

    /// <summary>
    /// The row of a score given as log-odds: the probability alone, or that of each label: wrong before right for a head, right before wrong for tags, as
    /// the models' own servers tell them.
    /// </summary>
    public float[] Row(float logOdds)
    {
        var right = (float)(1 / (1 + Math.Exp(-logOdds)));
        return _labels == 1 ? [right] : _rightFirst ? [right, 1 - right] : [1 - right, right];
    }
}
