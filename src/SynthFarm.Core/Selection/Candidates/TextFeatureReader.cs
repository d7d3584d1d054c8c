using SynthFarm.Core.Hygiene.Texts;

namespace SynthFarm.Core.Selection.Candidates;

/// <summary>Reads the features of texts; time linear in their length. Not thread-safe.</summary>
/// <param name="forbidden">Words that <see cref="TextFeatures.ForbiddenWord"/> looks for.</param>
/// <param name="required">Words that <see cref="TextFeatures.HasRequiredWord"/> looks for.</param>
public sealed class TextFeatureReader(IReadOnlyList<string> forbidden, IReadOnlyList<string> required)
{
    private const int Gram = 4;

    private readonly WordList _forbidden = new(forbidden);
    private readonly WordList _required = new(required);
    private readonly HashSet<ulong> _seen = [];
    private readonly long[] _sums = new long[HashedVector.Size];

    /// <param name="problem">The statement.</param>
    /// <param name="response">The whole response, thought and answer.</param>
    public TextFeatures Read(string problem, string response)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(response);
        return new TextFeatures
        {
            ProblemHash = TextHash.Levelled(problem),
            ConversationHash = TextHash.Levelled(problem, response),
            Repetition = Repetition(response),
            ForbiddenWord = _forbidden.FindIn(response),
            HasRequiredWord = _required.IsEmpty || _required.FindIn(response) is not null,
            Vector = Vector(problem, response),
        };
    }

    private double Repetition(string text)
    {
        _seen.Clear();
        Span<ulong> last = stackalloc ulong[Gram];
        var (words, grams) = (0L, 0L);
        var reader = new WordReader(text);
        while (reader.Read())
        {
            last[(int)(words++ % Gram)] = reader.Hash;
            if (words < Gram)
            {
                continue;
            }

            grams++;
            var hash = TextHash.Start;
            for (var i = 0; i < Gram; i++)
            {
                hash = Mixing.Finish(hash ^ last[(int)((words + i) % Gram)]);
            }

            _seen.Add(hash);
        }

        return grams == 0 ? 0 : (double)(grams - _seen.Count) / grams;
    }

    private HashedVector Vector(string problem, string response)
    {
        Array.Clear(_sums);
        Add(problem);
        Add(response);
        return HashedVector.FromSums(_sums);
    }

    private void Add(string text)
    {
        var previous = 0UL;
        var reader = new WordReader(text);
        while (reader.Read())
        {
            Count(Mixing.Finish(reader.Shape));
            if (previous != 0)
            {
                Count(Mixing.Finish(Mixing.Finish(previous) ^ reader.Shape));
            }

            previous = reader.Shape;
        }
    }

    private void Count(ulong hash) => _sums[hash % HashedVector.Size] += hash >> 63 == 0 ? 1 : -1;
}
