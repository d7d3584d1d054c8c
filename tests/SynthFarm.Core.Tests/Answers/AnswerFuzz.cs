namespace SynthFarm.Core.Tests.Answers;

/// <summary>Makes pairs of answers from a seed: grammatical ones, damaged ones, noise, and shapes that cost much.</summary>
internal sealed class AnswerFuzz(int seed)
{
    private static readonly string[] Atoms =
    [
        "0", "1", "2", "3.5", "-7", "12", "1,234", "10^6", "x", "y", "n", "\\pi", "e", "i", "\\sqrt{2}", "\\sqrt3", "\\frac{1}{3}", "\\frac12", "5!", "\\infty", "50\\%", "90^\\circ",
        "\\alpha", "0.333", "1/7", "2.5e-3", "x_1", "f(x)", "\\binom{5}{2}", "|x|", "1011_2", "\\text{cm}",
    ];

    private static readonly string[] Noise =
    [
        "{", "}", "(", ")", "[", "]", "\\{", "\\}", "$", "\\", "\\\\", "^", "_", ",", ".", "\\boxed{", "\\frac", "\\sqrt", "\\left(", "\\right)", "\\begin{pmatrix}", "\\end{pmatrix}", "&",
        "\\text{", "####", "answer is ", "Answer:", "```", "\"", "\ud800", "é", "√", "≤", "±", "\n", " ", "%", "!", "|", "\\pm", "\\cup", "\\in", "=", "<", "\\approx", "0", "9", "^{", "e9", "\0",
    ];

    private readonly Random _random = new(seed);

    public (string Gold, string Answer) Next()
    {
        var gold = Text();
        return _random.Next(4) switch
        {
            0 => (gold, gold.Replace(" ", "", StringComparison.Ordinal)),
            1 => (gold, Damaged(gold)),
            _ => (gold, Text()),
        };
    }

    private string Text() => _random.Next(100) switch
    {
        < 40 => _random.Next(-2_000, 2_000).ToString(),
        < 55 => Atoms[_random.Next(Atoms.Length)],
        < 75 => Expression(3),
        < 82 => $"({Expression(2)}, {Expression(2)})",
        < 86 => $"x {(_random.Next(2) == 0 ? "\\le" : "=")} {Expression(2)}",
        < 90 => $"So we get $x$ and then the answer is $\\boxed{{{Expression(2)}}}$.",
        < 97 => string.Concat(Enumerable.Range(0, _random.Next(1, 12)).Select(_ => Noise[_random.Next(Noise.Length)])),
        _ => Costly(),
    };

    private string Expression(int depth) => depth == 0 || _random.Next(4) == 0
        ? Atoms[_random.Next(Atoms.Length)]
        : _random.Next(8) switch
        {
            0 => $"{Expression(depth - 1)}+{Expression(depth - 1)}",
            1 => $"{Expression(depth - 1)}-{Expression(depth - 1)}",
            2 => $"{Expression(depth - 1)} \\cdot {Expression(depth - 1)}",
            3 => $"\\frac{{{Expression(depth - 1)}}}{{{Expression(depth - 1)}}}",
            4 => $"({Expression(depth - 1)})^{_random.Next(5)}",
            5 => $"\\sqrt{{{Expression(depth - 1)}}}",
            6 => $"\\sin({Expression(depth - 1)})",
            _ => $"({Expression(depth - 1)})",
        };

    private string Damaged(string text)
    {
        var at = _random.Next(text.Length + 1);
        return _random.Next(3) switch
        {
            0 => text[..at],
            1 => text.Insert(at, Noise[_random.Next(Noise.Length)]),
            _ => text[at..] + text[..at],
        };
    }

    private string Costly()
    {
        var n = _random.Next(1, 3_000);
        return _random.Next(14) switch
        {
            0 => new string('(', n),
            1 => new string('9', n),
            2 => "5^(5^(5^5))",
            3 => string.Concat(Enumerable.Repeat("\\frac{1}{", n)),
            4 => $"(x+y+z+a+b)^{{{n}}}",
            5 => $"{n}!",
            6 => $"{n}^{{{n}}}",
            7 => string.Join('+', Enumerable.Range(1, n / 10).Select(i => $"\\sqrt{{{i}}}")),
            8 => string.Join(',', Enumerable.Range(1, n / 10).Select(i => $"\\sin({i})")),
            9 => string.Concat(Enumerable.Repeat("\\boxed{", n)),
            10 => string.Join("\\cup", Enumerable.Range(1, n / 20).Select(i => $"({i},\\sqrt{{{i * i + 1}}})")),
            11 => string.Join('+', Enumerable.Range(1, n / 20).Select(i => $"\\frac{{1}}{{x+{i}}}")),
            12 => new string('-', n) + "1",
            _ => $"x^{{x^{{x^{{{n}}}}}}}",
        };
    }
}
