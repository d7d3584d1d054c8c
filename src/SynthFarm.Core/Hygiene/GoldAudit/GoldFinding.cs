namespace SynthFarm.Core.Hygiene.GoldAudit;

/// <summary>What the answers of one tree say about the gold answer.</summary>
/// <param name="Standing">The conclusion.</param>
/// <param name="Majority">The answer with most votes, as it is written most often; null when no such majority is there.</param>
/// <param name="Votes">Draws that gave it.</param>
/// <param name="Answers">Draws that gave an answer.</param>
/// <param name="Distinct">Different answers.</param>
public sealed record GoldFinding(GoldStanding Standing, string? Majority, int Votes, int Answers, int Distinct)
{
    /// <summary>The majority's share of all answers, 0 to 1.</summary>
    public double Share => Answers == 0 ? 0 : (double)Votes / Answers;
}
