using System.Buffers;
using System.Collections.Frozen;

namespace SynthFarm.Core.Answers.Expressions;

/// <summary>Splits LaTeX and plain mathematics into tokens, in one pass over a bounded text.</summary>
internal ref struct MathLexer
{
    /// <summary>More tokens are not read.</summary>
    public const int MaxTokens = 2_000;

    private static readonly FrozenDictionary<string, Token>.AlternateLookup<ReadOnlySpan<char>> Commands = MathWords.Commands.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenDictionary<string, Token>.AlternateLookup<ReadOnlySpan<char>> Plain = MathWords.Plain.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Silent = MathWords.Silent.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> TextBoxes = MathWords.TextBoxes.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Matrices = MathWords.Matrices.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ShortWords = MathWords.ShortWords.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly SearchValues<char> NotWords = SearchValues.Create("\\{$^0123456789()[]+*/=<>");
    private static readonly string[] Letters = [.. Enumerable.Range(0, 128).Select(c => ((char)c).ToString())];

    private readonly ReadOnlySpan<char> _text;
    private readonly CommaReading _comma;
    private readonly List<Token> _tokens;
    private int _at;
    private int _brackets;
    private int _matrices;
    private int _digitArguments;
    private bool _space;
    private string? _fault;

    private MathLexer(ReadOnlySpan<char> text, CommaReading comma, List<Token> tokens)
    {
        _text = text;
        _comma = comma;
        _tokens = tokens;
    }

    /// <summary>Appends the tokens of a text and an end; says what could not be read, or null.</summary>
    public static string? Read(ReadOnlySpan<char> text, CommaReading comma, List<Token> tokens)
    {
        var lexer = new MathLexer(text, comma, tokens);
        while (lexer._at < text.Length && lexer._fault is null)
        {
            lexer.Next();
            if (tokens.Count > MaxTokens)
            {
                return $"it has more than {MaxTokens} parts";
            }
        }

        tokens.Add(new Token(TokenKind.End));
        return lexer._fault;
    }

    private void Next()
    {
        var c = _text[_at];
        if (char.IsWhiteSpace(c) || c is '$' or '~' or '"' or '`' or '“' or '”' or '\u200b')
        {
            _space = true;
            _at++;
        }
        else if (char.IsAsciiDigit(c) || (c == '.' && _at + 1 < _text.Length && char.IsAsciiDigit(_text[_at + 1])))
        {
            Number();
        }
        else if (c == '\\')
        {
            Command();
        }
        else if (char.IsLetter(c) && c is not ('π' or '∞' or '√'))
        {
            Word();
        }
        else if (!MathSigns.TryRead(_text[_at..], out var token, out var length))
        {
            _fault = $"{QuotedText.Of(_text.Slice(_at, 1))} is not read as mathematics";
        }
        else
        {
            _at += length;
            Sign(token);
        }
    }

    private void Sign(Token token)
    {
        switch (token.Kind)
        {
            case TokenKind.Open:
                _brackets++;
                break;
            case TokenKind.Close:
                _brackets = Math.Max(0, _brackets - 1);
                break;
            case TokenKind.NextCell when _matrices == 0:
            case TokenKind.End:
                _space = true;
                return;
            case TokenKind.Power when token.Text.Length > 0:
                Add(new Token(TokenKind.Power));
                Add(new Token(TokenKind.Number, token.Text, Rational.Integer(token.Text[0] - '0')));
                return;
        }

        Add(token);
    }

    private void Add(Token token)
    {
        _tokens.Add(token with { AfterSpace = _space });
        _space = false;
        _digitArguments = token.Kind is TokenKind.Fraction or TokenKind.Binomial ? 2 : token.Kind is TokenKind.GroupOpen ? 0 : _digitArguments - (_digitArguments > 0 ? 1 : 0);
    }

    private void Number()
    {
        // \frac12 is a half: a digit is an argument of its own there.
        if ((_digitArguments > 0 || IsSecondArgument()) && char.IsAsciiDigit(_text[_at]))
        {
            Add(new Token(TokenKind.Number, Letters[_text[_at]], Rational.Integer(_text[_at] - '0')));
            _at++;
        }
        else if (NumberLexer.Read(_text[_at..], _comma, _brackets > 0, out var length) is { } number)
        {
            Add(number);
            _at += length;
        }
        else
        {
            _fault = "it has a number of too many digits";
        }
    }

    /// <summary>After <c>\frac{a}</c>.</summary>
    private readonly bool IsSecondArgument()
    {
        if (_tokens.Count == 0 || _tokens[^1].Kind != TokenKind.GroupClose)
        {
            return false;
        }

        var depth = 0;
        for (var i = _tokens.Count - 1; i >= Math.Max(0, _tokens.Count - 40); i--)
        {
            depth += _tokens[i].Kind switch { TokenKind.GroupClose => 1, TokenKind.GroupOpen => -1, _ => 0 };
            if (depth == 0)
            {
                return i > 0 && _tokens[i - 1].Kind is TokenKind.Fraction or TokenKind.Binomial;
            }
        }

        return false;
    }

    private void Word()
    {
        var end = _at;
        while (end < _text.Length && char.IsLetter(_text[end]) && _text[end] is not ('π' or '∞' or '√'))
        {
            end++;
        }

        var word = _text[_at..end];
        _at = end;
        if (word.Length == 1)
        {
            Add(new Token(TokenKind.Symbol, word[0] < 128 ? Letters[word[0]] : word.ToString()));
        }
        else if (Plain.TryGetValue(word, out var token))
        {
            Add(token);
        }
        else if (word.Length is 3 or 4 && Plain.TryGetValue(word[..^1], out token) && token.Kind == TokenKind.Function)
        {
            Add(token);
            Add(new Token(TokenKind.Symbol, word[^1..].ToString()));
        }
        else if (word.Length <= 3 && !ShortWords.Contains(word) && char.IsAsciiLetterLower(word[0]) == char.IsAsciiLetterLower(word[1]) && char.IsAscii(word[^1]) && char.IsAscii(word[0]))
        {
            foreach (var letter in word)
            {
                Add(new Token(TokenKind.Symbol, letter < 128 ? Letters[letter] : letter.ToString()));
            }
        }
        else
        {
            AddWords(word.ToString());
        }
    }

    private void AddWords(string words)
    {
        if (_tokens.Count > 0 && _tokens[^1] is { Kind: TokenKind.Words } last)
        {
            _tokens[^1] = last with { Text = $"{last.Text} {words}" };
            _space = false;
        }
        else
        {
            Add(new Token(TokenKind.Words, words));
        }
    }

    private void Command()
    {
        var end = _at + 1;
        while (end < _text.Length && char.IsAsciiLetter(_text[end]))
        {
            end++;
        }

        if (end == _at + 1)
        {
            Escape();
            return;
        }

        var name = _text[(_at + 1)..end];
        _at = end;
        if (Commands.TryGetValue(name, out var token))
        {
            Sign(token);
        }
        else if (Silent.Contains(name))
        {
            var isDelimiter = name.EndsWith("left") || name.EndsWith("right");
            _at += isDelimiter && _at < _text.Length && _text[_at] == '.' ? 1 : 0;
        }
        else if (TextBoxes.Contains(name))
        {
            TextBox();
        }
        else if (name is "begin" or "end")
        {
            Environment(name is "begin");
        }
        else if (name is "pmod" or "pod")
        {
            Modulus();
        }
        else if (name is "mathbb" or "Bbb")
        {
            var letter = _text[_at..].TrimStart("{ ");
            Add(new Token(TokenKind.Symbol, letter.IsEmpty ? "mathbb" : $"mathbb{letter[0]}"));
            var close = _text[_at..].IndexOf('}');
            _at += close is > 0 and < 4 ? close + 1 : Math.Min(1, _text.Length - _at);
        }
        else
        {
            Add(new Token(TokenKind.Symbol, $"\\{name}"));
        }
    }

    /// <summary>"(mod 11)" says where a value holds and is no part of it.</summary>
    private void Modulus()
    {
        var rest = _text[_at..].TrimStart(' ');
        _at = _text.Length - rest.Length;
        var close = rest.StartsWith("{") ? rest.IndexOf('}') + 1 : rest.IndexOfAnyExceptInRange('0', '9');
        _at += rest.StartsWith("{") ? close : close < 0 ? rest.Length : close;
    }

    private void Escape()
    {
        var c = _at + 1 < _text.Length ? _text[_at + 1] : ' ';
        _at = Math.Min(_text.Length, _at + 2);
        switch (c)
        {
            case '%':
                Add(new Token(TokenKind.Percent));
                break;
            case '{':
                Sign(new Token(TokenKind.Open, "{"));
                break;
            case '}':
                Sign(new Token(TokenKind.Close, "}"));
                break;
            case '|':
                Add(new Token(TokenKind.Bar));
                break;
            case '\\' when _matrices > 0:
                Add(new Token(TokenKind.NextRow));
                break;
            default:
                _space = true;
                break;
        }
    }

    private void TextBox()
    {
        var rest = _text[_at..];
        var open = rest.IndexOf('{');
        var close = rest.IndexOf('}');
        if (open < 0 || close < open || !rest[..open].IsWhiteSpace())
        {
            return;
        }

        var inner = rest[(open + 1)..close].Trim();
        if (inner.ContainsAny(NotWords))
        {
            return; // The braces are an ordinary group.
        }

        _at += close + 1;
        inner = inner.Trim(" ,.;:~");
        if (inner.IsEmpty)
        {
            _space = true;
        }
        else if (inner.Length == 1)
        {
            Add(new Token(TokenKind.Symbol, inner.ToString()));
        }
        else if (Plain.TryGetValue(inner, out var token))
        {
            Add(token);
        }
        else
        {
            AddWords(inner.ToString());
        }
    }

    private void Environment(bool begins)
    {
        var rest = _text[_at..];
        var close = rest.IndexOf('}');
        if (!rest.StartsWith("{") || close is < 0 or > 20)
        {
            _fault = "an environment has no name";
            return;
        }

        _at += close + 1;
        var name = rest[1..close];
        if (!Matrices.Contains(name))
        {
            _space = true;
            return;
        }

        if (begins && name is "array" && _at < _text.Length && _text[_at] == '{' && _text[_at..].IndexOf('}') is > 0 and var columns)
        {
            _at += columns + 1;
        }

        _matrices = Math.Max(0, _matrices + (begins ? 1 : -1));
        Add(new Token(begins ? TokenKind.BeginMatrix : TokenKind.EndMatrix, name is "vmatrix" ? "det" : ""));
    }
}
