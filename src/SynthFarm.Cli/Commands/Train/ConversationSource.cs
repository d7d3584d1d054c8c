using SynthFarm.Core.Randomness;
using SynthFarm.Inference.Tokenization;
using SynthFarm.Inference.Training;

namespace SynthFarm.Cli.Commands.Train;

/// <summary>
/// Training examples from conversations in the form the shipped models speak: the statement, a line break, the response, end of text; loss on
/// the response only. Epoch after epoch, each in an order of its own drawn by seed.
/// </summary>
internal sealed class ConversationSource : ITrainingSource<TrainingExample>
{
    private readonly List<TrainingExample> _examples = [];
    private readonly int[] _order;
    private (ulong Seed, long Epoch) _shuffled = (0, -1);

    /// <param name="maxTokens">Rows that are longer do not fit the model and are left out.</param>
    public ConversationSource(IReadOnlyList<Conversation> rows, Tokenizer tokenizer, int endOfText, int maxTokens)
    {
        foreach (var row in rows)
        {
            int[] prompt = [.. tokenizer.PrefixIds, .. tokenizer.Encode(row.User + "\n")];
            int[] tokens = [.. prompt, .. tokenizer.EncodeContinuation(row.Assistant), endOfText];
            if (tokens.Length <= maxTokens)
            {
                var weights = new float[tokens.Length];
                weights.AsSpan(prompt.Length).Fill(1f);
                _examples.Add(new TrainingExample(tokens, weights));
            }
        }

        _order = new int[_examples.Count];
        TooLong = rows.Count - _examples.Count;
    }

    /// <summary>Rows that can be trained on.</summary>
    public int Count => _examples.Count;

    /// <summary>Rows left out because they are longer than the model's context.</summary>
    public int TooLong { get; }

    public void FillBatch(long step, ulong seed, int count, List<TrainingExample> into)
    {
        for (var at = step * count; at < (step + 1) * count; at++)
        {
            Shuffle(seed, at / _examples.Count);
            into.Add(_examples[_order[at % _examples.Count]]);
        }
    }

    private void Shuffle(ulong seed, long epoch)
    {
        if (_shuffled == (seed, epoch))
        {
            return;
        }

        for (var i = 0; i < _order.Length; i++)
        {
            _order[i] = i;
        }

        new Seed(seed).Derive("", SeedPurpose.Training, epoch).CreateRandom().Shuffle(_order.AsSpan());
        _shuffled = (seed, epoch);
    }
}
