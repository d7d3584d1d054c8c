using SynthFarm.Core.Hygiene.Texts;

namespace SynthFarm.Core.Hygiene.Duplicates;

/// <summary>
/// Cuts statements into shingles of consecutive tokens. Tokens are lower-case words (runs of letters), numbers, and signs one by one;
/// punctuation and dollar signs are none. A shorter text is one shingle. Not thread-safe: buffers are used again.
/// </summary>
/// <remarks>
/// Where numbers distinguish, the multiset of numbers and operators is part of every shingle: problems that compute with other numbers have
/// nothing in common, so that a template's many instances are neither duplicates nor candidates.
/// </remarks>
internal sealed class ShingleReader(NearDuplicateOptions options)
{
    private const ulong NumberToken = 0x5851F42D4C957F2D;
    private const ulong Prime = 0x100000001B3;

    private readonly List<ulong> _tokens = [];
    private uint[] _hashes = new uint[256];
    private ulong _computedWith;

    public Shingles Read(ReadOnlySpan<char> text)
    {
        _tokens.Clear();
        _computedWith = 0;
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            i = char.IsLetter(c) ? Word(text, i)
                : char.IsAsciiDigit(c) ? Number(text, i)
                : Sign(text, i);
        }

        var count = Combine();
        var hashes = _hashes.AsSpan(0, count);
        hashes.Sort();
        var distinct = 0;
        for (var i = 0; i < count; i++)
        {
            if (i == 0 || hashes[i] != hashes[i - 1])
            {
                hashes[distinct++] = hashes[i];
            }
        }

        return new Shingles(hashes[..Math.Min(distinct, Shingles.MaxKept)].ToArray(), distinct > Shingles.MaxKept);
    }

    private int Combine()
    {
        var length = Math.Min(options.ShingleLength, _tokens.Count);
        var count = length == 0 ? 0 : _tokens.Count - length + 1;
        if (_hashes.Length < count)
        {
            _hashes = new uint[count * 2];
        }

        for (var i = 0; i < count; i++)
        {
            var hash = _computedWith;
            for (var k = 0; k < length; k++)
            {
                hash = Mixing.Finish((hash * Prime) ^ _tokens[i + k]);
            }

            _hashes[i] = (uint)(hash >> 32);
        }

        return count;
    }

    private int Word(ReadOnlySpan<char> text, int i)
    {
        var hash = 0xCBF29CE484222325UL;
        for (; i < text.Length && (char.IsLetter(text[i]) || IsInner(text, i)); i++)
        {
            hash = text[i] is '\'' or '’' ? hash : (hash ^ char.ToLowerInvariant(text[i])) * Prime;
        }

        _tokens.Add(hash);
        return i;
    }

    /// <summary>An apostrophe between letters.</summary>
    private static bool IsInner(ReadOnlySpan<char> text, int i) => text[i] is '\'' or '’' && i + 1 < text.Length && char.IsLetter(text[i + 1]);

    /// <summary>Digits with thousands separators and decimals; leading zeros and zeros at the end of decimals do not count.</summary>
    private int Number(ReadOnlySpan<char> text, int i)
    {
        var (hash, zeros, hasPoint, hasDigit) = (NumberToken, 0, false, false);
        for (; i < text.Length && (char.IsAsciiDigit(text[i]) || IsSeparator(text, i, hasPoint)); i++)
        {
            var c = text[i];
            if (c == ',')
            {
                continue;
            }

            hasPoint |= c == '.';
            hasDigit |= c != '0';
            if (hasPoint && c is '0' or '.')
            {
                zeros = c == '.' ? 1 << 16 : zeros + 1;
            }
            else if (hasDigit)
            {
                hash = Mixing.Finish((((hash * Prime) + (ulong)zeros) * Prime) ^ c);
                zeros = 0;
            }
        }

        hash = options.Numbers == NumberTreatment.Ignore ? NumberToken : hash;
        _tokens.Add(hash);
        Count(hash);
        return i;
    }

    private static bool IsSeparator(ReadOnlySpan<char> text, int i, bool hasPoint) => !hasPoint
        && (text[i] == '.' ? i + 1 < text.Length && char.IsAsciiDigit(text[i + 1])
            : text[i] == ',' && i + 3 < text.Length && IsDigits(text.Slice(i + 1, 3)) && (i + 4 == text.Length || !char.IsAsciiDigit(text[i + 4])));

    private static bool IsDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');

    private int Sign(ReadOnlySpan<char> text, int i)
    {
        var c = text[i];
        var isHyphen = c == '-' && i > 0 && i + 1 < text.Length && char.IsLetter(text[i - 1]) && char.IsLetter(text[i + 1]);
        if (char.IsWhiteSpace(c) || char.IsControl(c) || isHyphen || c is '.' or ',' or ';' or ':' or '!' or '?' or '"' or '\'' or '“' or '”' or '‘' or '’' or '$' or '—' or '–')
        {
            return i + 1;
        }

        var hash = Mixing.Finish(c == '−' ? '-' : c);
        _tokens.Add(hash);
        if (c is '+' or '-' or '−' or '*' or '/' or '=' or '<' or '>' or '^' or '×' or '÷' or '·' or '≤' or '≥' or '≠' or '±' or '√')
        {
            Count(hash);
        }

        return i + 1;
    }

    private void Count(ulong hash)
    {
        if (options.Numbers == NumberTreatment.Distinguish)
        {
            _computedWith += Mixing.Finish(hash);
        }
    }
}
