namespace SynthFarm.Core.Problems.Countdown;

/// <summary>Reads the expression of an answer: at most 2,000 characters and 100 levels of brackets; + and -, * and / bind to the left.</summary>
/// <remarks>A number beyond a single equals sign, as in <c>25 - 14 = 11</c> or <c>11 = 25 - 14</c>, is read as the stated value.</remarks>
internal sealed class CountdownExpressionReader
{
    public const int MaxLength = 2_000;
    public const int MaxNesting = 100;

    private readonly IReadOnlyList<CountdownToken> _tokens;
    private int _at;
    private int _depth;
    private string? _signed;
    private string _failure = "";

    private CountdownExpressionReader(IReadOnlyList<CountdownToken> tokens) => _tokens = tokens;

    /// <summary>Reads an answer's text; never throws.</summary>
    public static CountdownExpressionText Read(string text)
    {
        if (text.Length > MaxLength)
        {
            return Unreadable($"the answer has {text.Length} characters; at most {MaxLength} are read");
        }

        var trimmed = text.AsSpan().Trim();
        var lexer = new CountdownLexer(trimmed.EndsWith(".") ? trimmed[..^1] : trimmed);
        if (!lexer.TryRead(out var reason))
        {
            return Unreadable(reason);
        }

        var reader = new CountdownExpressionReader(lexer.Tokens);
        if (!reader.TrySides(out var left, out var right))
        {
            return Unreadable(reader._failure);
        }

        if ((lexer.NotAllowed ?? reader._signed) is { } notAllowed)
        {
            return new CountdownExpressionText(null, null, notAllowed);
        }

        return right switch
        {
            null => new CountdownExpressionText(left),
            { IsNumber: true } => new CountdownExpressionText(left, right.Value),
            _ when left.IsNumber => new CountdownExpressionText(right, left.Value),
            _ => Unreadable("the answer holds two expressions"),
        };
    }

    private static CountdownExpressionText Unreadable(string reason) => new(null, null, reason, IsReadable: false);

    private bool TrySides(out CountdownExpression left, out CountdownExpression? right)
    {
        right = null;
        if (!TrySum(out left))
        {
            return false;
        }

        if (Take('=') && !TrySum(out right))
        {
            return false;
        }

        return _at == _tokens.Count || Fail("an operator is missing, or a bracket is not opened");
    }

    private bool TrySum(out CountdownExpression sum) => TryChain('+', '-', TryProduct, out sum);

    private bool TryProduct(out CountdownExpression product) => TryChain('*', '/', TryOperand, out product);

    private bool TryChain(char one, char other, TryPart part, out CountdownExpression chain)
    {
        if (!part(out chain))
        {
            return false;
        }

        while (_at < _tokens.Count && _tokens[_at].Kind is var symbol && (symbol == one || symbol == other))
        {
            _at++;
            if (!part(out var next))
            {
                return false;
            }

            chain = CountdownExpression.OfOperation(chain, symbol, next);
        }

        return true;
    }

    private bool TryOperand(out CountdownExpression operand)
    {
        operand = null!;
        while (_at < _tokens.Count && _tokens[_at].Kind is '-' or '+')
        {
            _signed ??= "a sign in front of a number is not one of the operations + - * /";
            _at++;
        }

        if (_at == _tokens.Count)
        {
            return Fail("the expression is not complete");
        }

        var token = _tokens[_at++];
        switch (token.Kind)
        {
            case 'n':
                operand = CountdownExpression.OfNumber(token.Value);
                return true;
            case '(':
                return TryGroup(token.Bracket, out operand);
            case 'f':
                if (!TryBraces(out var above) || !TryBraces(out var below))
                {
                    return false;
                }

                operand = CountdownExpression.OfOperation(above, '/', below);
                return true;
            default:
                return Fail("a number is missing");
        }
    }

    private bool TryBraces(out CountdownExpression group)
    {
        group = null!;
        return _at < _tokens.Count && _tokens[_at].Bracket == '{' && _tokens[_at++].Kind == '('
            ? TryGroup('{', out group)
            : Fail("a fraction lacks its braces");
    }

    private bool TryGroup(char bracket, out CountdownExpression group)
    {
        group = null!;
        if (++_depth > MaxNesting)
        {
            return Fail($"brackets are nested deeper than {MaxNesting}");
        }

        if (!TrySum(out group))
        {
            return false;
        }

        var close = bracket switch { '(' => ')', '[' => ']', _ => '}' };
        if (_at == _tokens.Count || _tokens[_at].Bracket != close)
        {
            return Fail("a bracket is not closed");
        }

        _at++;
        _depth--;
        return true;
    }

    private bool Take(char kind)
    {
        if (_at == _tokens.Count || _tokens[_at].Kind != kind)
        {
            return false;
        }

        _at++;
        return true;
    }

    private bool Fail(string reason)
    {
        _failure = reason;
        return false;
    }

    private delegate bool TryPart(out CountdownExpression part);
}
