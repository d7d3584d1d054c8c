namespace SynthFarm.Core.Answers.Expressions;

/// <content>TeX commands, escapes, words in boxes and environments.</content>
internal ref partial struct MathLexer
{
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
        var isRate = inner.Contains('/') && char.IsAsciiLetter(inner[0]) && !inner.ContainsAnyExcept(RateCharacters) && _tokens.Count > 0;
        if (!isRate && inner.ContainsAny(NotWords))
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
