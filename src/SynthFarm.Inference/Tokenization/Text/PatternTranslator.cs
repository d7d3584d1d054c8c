using System.Buffers;
using System.Text;

namespace SynthFarm.Inference.Tokenization.Text;

/// <summary>
/// Turns a regular expression as Hugging Face's library reads it (Oniguruma's syntax) into one for <see cref="System.Text.RegularExpressions"/>
/// that matches the same texts. Possessive repetition becomes an atomic group; whatever the two would read differently is refused.
/// </summary>
internal sealed class PatternTranslator
{
    private const string KnownEscapes = "rntfvsSdD";
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");
    private static readonly SearchValues<char> CountCharacters = SearchValues.Create("0123456789,");
    private static readonly string[] GroupHeads = ["?:", "?i:", "?i)", "?=", "?!", "?<=", "?<!", "?>"];

    private readonly string _pattern;
    private readonly StringBuilder _output = new();
    private readonly Stack<(int Start, bool IgnoresCase)> _groups = new();
    private bool _ignoresCase;
    private int _at;

    private PatternTranslator(string pattern) => _pattern = pattern;

    /// <exception cref="ArgumentException">Something in the pattern is not understood; the message names it.</exception>
    public static string Translate(string pattern) => new PatternTranslator(pattern).Translate();

    private string Translate()
    {
        while (_at < _pattern.Length)
        {
            int atom = _output.Length;
            switch (_pattern[_at])
            {
                case '(':
                    OpenGroup();
                    continue;
                case ')':
                    atom = CloseGroup();
                    break;
                case '|':
                    _output.Append(_pattern[_at++]);
                    continue;
                case '[':
                    CopyClass();
                    break;
                case '\\':
                    CopyEscape();
                    break;
                case '^' or '$':
                    throw Refused(_pattern[_at].ToString());
                default:
                    CopyLiteral();
                    break;
            }

            CopyRepetition(atom);
        }

        return _groups.Count == 0 ? _output.ToString() : throw new ArgumentException("a group is not closed");
    }

    private void OpenGroup()
    {
        string rest = _pattern[(_at + 1)..];
        string head = rest.StartsWith('?') ? GroupHeads.FirstOrDefault(h => rest.StartsWith(h, StringComparison.Ordinal)) ?? throw Refused("(" + rest) : "";
        if (head == "?i)")
        {
            _ignoresCase = true;
        }
        else
        {
            _groups.Push((_output.Length, _ignoresCase));
            _ignoresCase |= head == "?i:";
        }

        _output.Append('(').Append(head);
        _at += 1 + head.Length;
    }

    private int CloseGroup()
    {
        if (!_groups.TryPop(out (int Start, bool IgnoresCase) group))
            throw new ArgumentException("a group is closed that was not opened");
        _ignoresCase = group.IgnoresCase;
        _output.Append(_pattern[_at++]);
        return group.Start;
    }

    private void CopyClass()
    {
        _output.Append(_pattern[_at++]);
        if (_at < _pattern.Length && _pattern[_at] == '^')
            _output.Append(_pattern[_at++]);
        for (int first = _at; _at < _pattern.Length; )
        {
            char c = _pattern[_at];
            if (c == ']' && _at > first)
            {
                _output.Append(_pattern[_at++]);
                return;
            }

            if (c is '[' or ']' || char.IsSurrogate(c) || _pattern.AsSpan(_at).StartsWith("&&"))
                throw Refused(_pattern[_at..] + " in a class");
            if (c == '\\')
                CopyEscape();
            else
                _output.Append(WithLongS(_pattern[_at++], inClass: true));
        }

        throw new ArgumentException("a class is not closed");
    }

    private void CopyEscape()
    {
        int length = _at + 1 < _pattern.Length ? EscapeLength(_pattern.AsSpan(_at + 1)) : 0;
        if (length == 0)
            throw Refused(_pattern[_at..Math.Min(_at + 2, _pattern.Length)]);
        _output.Append(_pattern, _at, 1 + length);
        _at += 1 + length;
    }

    /// <summary>How much behind a backslash belongs to it; 0 where it is not known.</summary>
    private static int EscapeLength(ReadOnlySpan<char> rest)
    {
        if (rest[0] is 'p' or 'P')
            return rest.Length > 2 && rest[1] == '{' && char.IsAsciiLetter(rest[2]) ? rest.IndexOf('}') + 1 : 0;
        int digits = rest[0] switch { 'u' => 4, 'x' => 2, _ => 0 };
        if (digits > 0)
            return rest.Length > digits && !rest[1..(1 + digits)].ContainsAnyExcept(HexDigits) ? 1 + digits : 0;
        return KnownEscapes.Contains(rest[0]) || (char.IsAscii(rest[0]) && !char.IsAsciiLetterOrDigit(rest[0])) ? 1 : 0;
    }

    private void CopyLiteral()
    {
        char c = _pattern[_at++];
        if (char.IsSurrogate(c) || c is '*' or '+' or '?' or '{')
            throw Refused(_pattern[(_at - 1)..]);
        _output.Append(WithLongS(c, inClass: false));
    }

    private void CopyRepetition(int atom)
    {
        if (_at == _pattern.Length)
            return;
        bool counted = _pattern[_at] == '{';
        if (counted)
        {
            int end = _pattern.IndexOf('}', _at) + 1;
            if (end == 0 || _pattern[(_at + 1)..(end - 1)].AsSpan().ContainsAnyExcept(CountCharacters))
                throw Refused(_pattern[_at..]);
            _output.Append(_pattern, _at, end - _at);
            _at = end;
        }
        else if (_pattern[_at] is '*' or '+' or '?')
        {
            _output.Append(_pattern[_at++]);
        }
        else
        {
            return;
        }

        if (_at == _pattern.Length || _pattern[_at] is not ('+' or '?'))
            return;
        if (counted)
            throw Refused(_pattern[_at..]);
        if (_pattern[_at] == '?')
            _output.Append('?');
        else
            _output.Insert(atom, "(?>").Append(')');
        _at++;
    }

    // Where case is ignored, Unicode's case folding takes U+017F for an s; .NET's tables do not.
    private string WithLongS(char c, bool inClass) => !_ignoresCase || c is not ('s' or 'S') ? c.ToString() : inClass ? "s\u017F" : "[s\u017F]";

    private static ArgumentException Refused(string what) => new($"{what} is not supported");
}
