using System.Globalization;
using SynthFarm.Core.Answers;
using SynthFarm.Core.Problems.Steps;

namespace SynthFarm.Core.Problems.Countdown;

/// <summary>Splits an answer into tokens. Signs of print and TeX commands for them are read as the ASCII operators.</summary>
internal ref struct CountdownLexer
{
    private const int MaxDigits = 18;

    private readonly List<CountdownToken> _tokens = [];
    private ReadOnlySpan<char> _rest;

    public CountdownLexer(ReadOnlySpan<char> text) => _rest = text;

    public readonly IReadOnlyList<CountdownToken> Tokens => _tokens;

    /// <summary>What countdown does not allow but can be read, the first of it; null when there is nothing.</summary>
    public string? NotAllowed { get; private set; }

    /// <summary>Reads all tokens; false at a text that is no part of an expression.</summary>
    /// <param name="reason">What could not be read: a clause.</param>
    public bool TryRead(out string reason)
    {
        while (!_rest.IsEmpty)
        {
            if (!TryNext())
            {
                reason = $"{QuotedText.Of(_rest)} is not part of an expression";
                return false;
            }
        }

        reason = "";
        return true;
    }

    private bool TryNext()
    {
        var c = _rest[0];
        if (char.IsWhiteSpace(c) || c == '$')
        {
            return Skip(1);
        }

        if (char.IsAsciiDigit(c))
        {
            return Number();
        }

        if (c == '\\')
        {
            return Command();
        }

        if (OperatorSymbols.ToAscii(c) is not '\0' and var symbol)
        {
            return Add(new CountdownToken(symbol), 1);
        }

        switch (c)
        {
            case '(' or '[' or '{':
                return Add(new CountdownToken('(', 0, c), 1);
            case ')' or ']' or '}':
                return Add(new CountdownToken(')', 0, c), 1);
            case '=':
                return Add(new CountdownToken('='), 1);
            case '^':
                NotAllowed ??= "^ is not one of the operations + - * /";
                return Add(new CountdownToken('*'), 1);
            case '!' or '%':
                NotAllowed ??= $"{c} is not one of the operations + - * /";
                return Skip(1);
            default:
                return false;
        }
    }

    private bool Number()
    {
        var length = _rest.IndexOfAnyExceptInRange('0', '9');
        length = length < 0 ? _rest.Length : length;
        var digits = _rest[..length];
        if (_rest.Length > length + 1 && _rest[length] == '.' && char.IsAsciiDigit(_rest[length + 1]))
        {
            var fraction = _rest[(length + 1)..].IndexOfAnyExceptInRange('0', '9');
            length = fraction < 0 ? _rest.Length : length + 1 + fraction;
            NotAllowed ??= $"{QuotedText.Of(_rest[..length])} is not a whole number";
        }

        if (digits.Length > MaxDigits)
        {
            NotAllowed ??= $"a number of {digits.Length} digits is not among the numbers";
            digits = "0";
        }

        return Add(new CountdownToken('n', long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture)), length);
    }

    private bool Command()
    {
        var length = 1;
        while (length < _rest.Length && char.IsAsciiLetter(_rest[length]))
        {
            length++;
        }

        switch (_rest[1..length])
        {
            case "times" or "cdot" or "ast":
                return Add(new CountdownToken('*'), length);
            case "div":
                return Add(new CountdownToken('/'), length);
            case "frac" or "dfrac" or "tfrac":
                return Add(new CountdownToken('f'), length);
            case "left" or "right" or "quad" or "displaystyle":
                return Skip(length);
            case "" when _rest.Length > 1 && _rest[1] is '(' or ')' or '[' or ']' or ' ' or ',' or ';' or ':' or '!':
                return Skip(2);
            case "" when _rest.Length > 1 && _rest[1] is '{':
                return Add(new CountdownToken('(', 0, '{'), 2);
            case "" when _rest.Length > 1 && _rest[1] is '}':
                return Add(new CountdownToken(')', 0, '}'), 2);
            default:
                return false;
        }
    }

    private bool Add(CountdownToken token, int length)
    {
        _tokens.Add(token);
        return Skip(length);
    }

    private bool Skip(int length)
    {
        _rest = _rest[length..];
        return true;
    }
}
