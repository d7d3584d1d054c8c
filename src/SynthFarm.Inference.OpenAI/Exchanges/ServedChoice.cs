namespace SynthFarm.Inference.OpenAI.Exchanges;

/// <summary>A choice of a completion, put together.</summary>
/// <param name="Index">Which of those asked for.</param>
/// <param name="Text">Its text.</param>
/// <param name="TokenIds">Its tokens; empty where the server does not tell.</param>
/// <param name="LogProbs">Their natural logarithms of probability at temperature 1; empty where the server does not tell.</param>
/// <param name="Finish"><c>stop</c>, <c>length</c>, or <c>cut</c> where the client ended it.</param>
/// <param name="StopText">The stop string that ended it; null for the model's own end.</param>
internal sealed record ServedChoice(int Index, string Text, IReadOnlyList<int> TokenIds, IReadOnlyList<double> LogProbs, string Finish, string? StopText)
{
    /// <summary>The finish of a choice that the client cut off.</summary>
    public const string Cut = "cut";

    /// <summary>Pieces it came in: its length where the server tells neither tokens nor probabilities.</summary>
    public int Pieces { get; init; }

    /// <summary>The likeliest first tokens with their logarithms, where asked for.</summary>
    public IReadOnlyDictionary<string, double>? Alternatives { get; init; }
}
