using System.Globalization;

namespace SynthFarm.Core.Problems.Steps;

/// <summary>Reads step texts that state one operation. Spaces do not matter; the signs of print and of ASCII mean the same.</summary>
internal ref struct OperationLineReader
{
    private const int MaxLength = 2_000;
    private const int MaxDigits = 15;
    private const int MaxRemaining = 64;

    private ReadOnlySpan<char> _rest;

    private OperationLineReader(ReadOnlySpan<char> text) => _rest = text;

    /// <summary>The operation a step states; null when its text has another form, line breaks within it included.</summary>
    public static OperationLine? Read(string step)
    {
        if (step.Length > MaxLength)
        {
            return null;
        }

        var reader = new OperationLineReader(step.AsSpan().Trim());
        if (!reader.TryNumber(signed: true, out var left) || !reader.TryOperator(out var symbol)
            || !reader.TryNumber(signed: true, out var right) || !reader.TrySymbol('=') || !reader.TryNumber(signed: true, out var result))
        {
            return null;
        }

        if (reader._rest.IsEmpty)
        {
            return new OperationLine(left, symbol, right, result, null);
        }

        return reader.TryRemaining(out var remaining) ? new OperationLine(left, symbol, right, result, remaining) : null;
    }

    private bool TryRemaining(out List<long> remaining)
    {
        remaining = [];
        if (!TrySymbol(';') || !_rest.StartsWith("left", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        Advance(4);
        if (!TrySymbol(':'))
        {
            return false;
        }

        if (_rest.IsEmpty)
        {
            return true;
        }

        do
        {
            if (remaining.Count == MaxRemaining || !TryNumber(signed: false, out var number))
            {
                return false;
            }

            remaining.Add(number);
        }
        while (TrySymbol(','));
        return _rest.IsEmpty;
    }

    private bool TryOperator(out char symbol)
    {
        symbol = _rest.IsEmpty ? '\0' : OperatorSymbols.ToAscii(_rest[0]);
        if (symbol == '\0')
        {
            return false;
        }

        Advance(1);
        return true;
    }

    private bool TrySymbol(char symbol)
    {
        if (_rest.IsEmpty || _rest[0] != symbol)
        {
            return false;
        }

        Advance(1);
        return true;
    }

    private bool TryNumber(bool signed, out long value)
    {
        var isNegative = signed && !_rest.IsEmpty && OperatorSymbols.ToAscii(_rest[0]) == '-';
        var digits = isNegative ? _rest[1..] : _rest;
        var length = digits.IndexOfAnyExceptInRange('0', '9');
        length = length < 0 ? digits.Length : length;
        value = 0;
        if (length is 0 or > MaxDigits)
        {
            return false;
        }

        value = long.Parse(digits[..length], NumberStyles.None, CultureInfo.InvariantCulture);
        value = isNegative ? -value : value;
        Advance(length + (isNegative ? 1 : 0));
        return true;
    }

    private void Advance(int count) => _rest = _rest[count..].TrimStart(" \t");
}
