using SynthFarm.Core.Hygiene.GoldAudit;
using SynthFarm.Core.Problems;

namespace SynthFarm.Cli.Commands.Problems.Hygiene;

/// <summary>A problem whose gold answer the majority does not share.</summary>
internal sealed record AuditEntry(string Id, GoldStanding Standing, string Gold, string Majority, int Votes, int Answers, int Distinct)
{
    public static AuditEntry Of(Problem problem, GoldFinding finding) =>
        new(problem.Id, finding.Standing, problem.Answer, finding.Majority ?? "", finding.Votes, finding.Answers, finding.Distinct);
}
