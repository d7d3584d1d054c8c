namespace SynthFarm.Inference.Training;

/// <summary>Scores, and next tokens for the rows that ask for them; the latter needs tied embeddings.</summary>
internal sealed unsafe class RewardHead(ParameterLayout layout, int maxRows) : IModelHead
{
    private readonly int _hidden = layout.Config.HiddenSize;
    private readonly ScoreHead _scores = new(layout);
    private LanguageModelHead? _tokens; // its buffer is as wide as the vocabulary

    public double Backward(ReadOnlySpan<LossRow> rows, float* hidden, float scale, float* parameters, float* gradients, float* dHidden)
    {
        double loss = 0;
        for (int first = 0, end; first < rows.Length; first = end)
        {
            bool isScore = rows[first].Token == LossRow.NoToken;
            for (end = first + 1; end < rows.Length && rows[end].Token == LossRow.NoToken == isScore; end++) { }

            IModelHead head = isScore ? _scores : _tokens ??= new LanguageModelHead(layout, maxRows);
            nint offset = (nint)first * _hidden;
            loss += head.Backward(rows[first..end], hidden + offset, scale, parameters, gradients, dHidden + offset);
        }

        return loss;
    }

    public void Dispose() => _tokens?.Dispose();
}
