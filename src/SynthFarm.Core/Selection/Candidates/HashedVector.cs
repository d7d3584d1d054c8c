namespace SynthFarm.Core.Selection.Candidates;

/// <summary>
/// Text as a point: its words and pairs of words, hashed into 64 signed dimensions (feature hashing, Weinberger et al., 2009) and scaled
/// to a byte each. Numbers count by how many digits they have, so that rows are near when they are built alike. Similarities are computed
/// in whole numbers and are the same on every machine.
/// </summary>
public sealed class HashedVector
{
    /// <summary>Number of dimensions.</summary>
    public const int Size = 64;

    private readonly sbyte[] _values;
    private readonly double _norm;

    private HashedVector(sbyte[] values)
    {
        _values = values;
        _norm = Math.Sqrt(Product(values, values));
    }

    /// <summary>The point of no text; similar to nothing.</summary>
    public static HashedVector Zero { get; } = new(new sbyte[Size]);

    /// <summary>The values, each in [-127, 127].</summary>
    public IReadOnlyList<sbyte> Values => _values;

    /// <summary>The point in the direction of sums per dimension; the largest becomes 127 or -127.</summary>
    /// <param name="sums"><see cref="Size"/> numbers.</param>
    public static HashedVector FromSums(ReadOnlySpan<long> sums)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(sums.Length, Size, nameof(sums));
        var largest = 0L;
        foreach (var sum in sums)
        {
            largest = Math.Max(largest, Math.Abs(sum));
        }

        if (largest == 0)
        {
            return Zero;
        }

        var values = new sbyte[Size];
        for (var i = 0; i < Size; i++)
        {
            values[i] = (sbyte)Math.Round(127.0 * sums[i] / largest);
        }

        return new HashedVector(values);
    }

    /// <summary>The mean direction of several points, each counted alike whatever its length.</summary>
    public static HashedVector Mean(IEnumerable<HashedVector> vectors)
    {
        ArgumentNullException.ThrowIfNull(vectors);
        var sums = new long[Size];
        foreach (var vector in vectors.Where(v => v._norm > 0))
        {
            for (var i = 0; i < Size; i++)
            {
                // Whole numbers, so that the order of adding does not matter.
                sums[i] += (long)Math.Round(vector._values[i] * 65536.0 / vector._norm);
            }
        }

        return FromSums(sums);
    }

    /// <summary>The cosine of the angle between two points, -1 to 1; 0 when one is <see cref="Zero"/>.</summary>
    public double Similarity(HashedVector other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return _norm == 0 || other._norm == 0 ? 0 : Product(_values, other._values) / (_norm * other._norm);
    }

    private static int Product(sbyte[] a, sbyte[] b)
    {
        var sum = 0;
        for (var i = 0; i < Size; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }
}
