namespace SynthFarm.Core.Hygiene.Duplicates;

/// <summary>What numbers mean to near duplicates.</summary>
public enum NumberTreatment
{
    /// <summary>Problems with other numbers or other operators are different problems, however alike their words are.</summary>
    Distinguish = 0,

    /// <summary>All numbers read alike: the same template with other numbers is a duplicate.</summary>
    Ignore = 1,
}
