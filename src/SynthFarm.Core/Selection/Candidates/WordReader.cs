namespace SynthFarm.Core.Selection.Candidates;

/// <summary>
/// Cuts text into words: a run of letters, a run of digits, or any other character alone; white space separates. Case does not count.
/// </summary>
internal ref struct WordReader(ReadOnlySpan<char> text)
{
    private ReadOnlySpan<char> _rest = text;

    /// <summary>Hash of the word.</summary>
    public ulong Hash { get; private set; }

    /// <summary>Hash of the word's shape: the word itself, but of a number only how many digits it has.</summary>
    public ulong Shape { get; private set; }

    public bool Read()
    {
        _rest = _rest.TrimStart();
        if (_rest.IsEmpty)
        {
            return false;
        }

        var length = Length();
        var isNumber = char.IsAsciiDigit(_rest[0]);
        var (hash, shape) = (TextHash.Start, TextHash.Start);
        foreach (var c in _rest[..length])
        {
            hash = TextHash.Append(hash, char.ToLowerInvariant(c));
            shape = TextHash.Append(shape, isNumber ? '0' : char.ToLowerInvariant(c));
        }

        (Hash, Shape) = (hash, shape);
        _rest = _rest[length..];
        return true;
    }

    private readonly int Length()
    {
        var length = 1;
        if (char.IsAsciiDigit(_rest[0]))
        {
            while (length < _rest.Length && char.IsAsciiDigit(_rest[length]))
            {
                length++;
            }
        }
        else if (char.IsLetter(_rest[0]))
        {
            while (length < _rest.Length && char.IsLetter(_rest[length]))
            {
                length++;
            }
        }

        return length;
    }
}
