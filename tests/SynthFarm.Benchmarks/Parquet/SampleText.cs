using System.Globalization;
using System.Text;
using SynthFarm.Core.Randomness;

namespace SynthFarm.Benchmarks.Parquet;

/// <summary>Text that compresses like that of a corpus: sentences over a vocabulary with Zipf's law, and countdown thoughts.</summary>
internal sealed class SampleText
{
    private const int Least = 200;
    private const int Most = 4000;
    private const int Vocabulary = 6000;

    private static readonly string[] Syllables =
        "ba ca de di en er fo ga he in is ka le li ma na ne on or pa ra re sa se ta te ti un ve wo".Split(' ');

    private static readonly string[] Reflections =
    [
        "Wait, that cannot reach the target. Back to the step before.\n",
        "That leads nowhere: what is left is too small. Try another pair.\n",
        "Hmm, this uses up the only number that would help. Undo it.\n",
    ];

    private readonly string[] _words;
    private readonly StringBuilder _text = new(2 * Most);

    public SampleText(StableRandom random)
    {
        _words = new string[Vocabulary];
        for (var i = 0; i < _words.Length; i++)
        {
            var syllables = 1 + random.Next(i < 100 ? 2 : 4);
            _words[i] = string.Concat(Enumerable.Range(0, syllables).Select(_ => Syllables[random.Next(Syllables.Length)]));
        }
    }

    /// <summary>Sentences of words. The lengths of both kinds of text are spread evenly over the logarithm of 200 to 4000.</summary>
    public string Words(StableRandom random)
    {
        var length = Length(random);
        _text.Clear();
        while (_text.Length < length)
        {
            var words = 5 + random.Next(14);
            for (var i = 0; i < words; i++)
            {
                var rank = (int)(Math.Exp(random.NextDouble() * Math.Log(Vocabulary + 1)) - 1);
                _text.Append(_words[rank]).Append(i + 1 < words ? ' ' : '.');
            }

            _text.Append(' ');
        }

        return _text.ToString(0, length);
    }

    /// <summary>Steps of countdown problems, with reflections between them.</summary>
    public string Thought(StableRandom random, out int steps)
    {
        var length = Length(random);
        _text.Clear();
        steps = 0;
        Span<int> numbers = stackalloc int[4];
        while (_text.Length < length)
        {
            foreach (ref var number in numbers)
            {
                number = 1 + random.Next(50);
            }

            for (var left = numbers; left.Length > 1; left = left[1..])
            {
                Step(random, left);
                steps++;
            }

            _text.Append(Reflections[random.Next(Reflections.Length)]);
        }

        return _text.ToString(0, length);
    }

    private void Step(StableRandom random, Span<int> numbers)
    {
        var (a, b) = (Math.Max(numbers[0], numbers[1]), Math.Min(numbers[0], numbers[1]));
        var (sign, result) = random.Next(3) switch { 0 => ('+', a + b), 1 => ('-', a - b + 1), _ => ('*', a * b % 997) };
        numbers[1] = result;
        _text.Append(CultureInfo.InvariantCulture, $"{a} {sign} {b} = {result}; left: {result}");
        foreach (var number in numbers[2..])
        {
            _text.Append(CultureInfo.InvariantCulture, $", {number}");
        }

        _text.Append('\n');
    }

    private static int Length(StableRandom random) => (int)(Least * Math.Pow((double)Most / Least, random.NextDouble()));
}
