namespace SynthFarm.Core.Hygiene.Duplicates;

/// <summary>
/// How a MinHash signature is cut into bands (Broder, 1997; Leskovec, Rajaraman and Ullman, Mining of Massive Datasets, section 3.4). Two
/// texts become candidates when all rows of one band agree, which at Jaccard s happens with probability 1 - (1 - s^rows)^bands.
/// </summary>
/// <param name="Rows">Hashes to a band.</param>
/// <param name="Bands">Bands.</param>
public readonly record struct BandPlan(int Rows, int Bands)
{
    private const int MaxHashes = 128;
    private const double MinRecall = 0.99;

    /// <summary>Hashes to a signature.</summary>
    public int Hashes => Rows * Bands;

    /// <summary>The longest bands that still find 99 % of the pairs at the threshold with at most 128 hashes: 21 bands of 6 rows for 0.8.</summary>
    public static BandPlan For(double threshold)
    {
        var plan = new BandPlan(1, MaxHashes);
        for (var rows = 2; rows <= MaxHashes && new BandPlan(rows, MaxHashes / rows).Recall(threshold) >= MinRecall; rows++)
        {
            plan = new BandPlan(rows, MaxHashes / rows);
        }

        return plan;
    }

    /// <summary>The probability that a pair becomes a candidate: the S-curve.</summary>
    /// <param name="jaccard">The pair's similarity, 0 to 1.</param>
    public double Recall(double jaccard) => 1 - Math.Pow(1 - Math.Pow(jaccard, Rows), Bands);
}
