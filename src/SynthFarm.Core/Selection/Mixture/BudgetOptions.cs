namespace SynthFarm.Core.Selection.Mixture;

/// <summary>How much is selected in all, held-out rows included; at most one of the two.</summary>
public sealed record BudgetOptions
{
    /// <summary>Rows. Default null: no budget. At least 1.</summary>
    public int? Rows { get; init; }

    /// <summary>Tokens the policy generated for the rows' texts. Default null: no budget. At least 1.</summary>
    public long? Tokens { get; init; }

    /// <summary>Names every value that is out of bounds.</summary>
    public IEnumerable<string> Validate(string path)
    {
        if (Rows < 1)
        {
            yield return $"{path}.rows is {Rows}; at least 1 is allowed.";
        }

        if (Tokens < 1)
        {
            yield return $"{path}.tokens is {Tokens}; at least 1 is allowed.";
        }

        if (Rows is not null && Tokens is not null)
        {
            yield return $"{path}.tokens is {Tokens} where {path}.rows is {Rows}; at most one of them is allowed.";
        }
    }
}
