using System.Buffers;
using System.Collections.Frozen;

namespace SynthFarm.Core.Answers.Expressions;

/// <summary>Splits LaTeX and plain mathematics into tokens, in one pass over a bounded text.</summary>
internal ref partial struct MathLexer
{
    /// <summary>More tokens are not read.</summary>
    public const int MaxTokens = 2_000;

    private static readonly FrozenDictionary<string, Token>.AlternateLookup<ReadOnlySpan<char>> Commands = MathWords.Commands.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenDictionary<string, Token>.AlternateLookup<ReadOnlySpan<char>> Plain = MathWords.Plain.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Silent = MathWords.Silent.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> TextBoxes = MathWords.TextBoxes.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Matrices = MathWords.Matrices.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ShortWords = MathWords.ShortWords.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly SearchValues<char> RateCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ /^23");
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
        else if ((_at == 0 || !char.IsAsciiLetter(_text[_at - 1])) && NumberBase.LengthOf(_text[_at..]) is > 0 and var digits)
        {
            // The subscript behind it gives it its value.
            Add(new Token(TokenKind.Number, _text.Slice(_at, digits).ToString()));
            _at += digits;
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
}
