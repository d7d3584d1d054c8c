namespace SynthFarm.Farm.Evaluation;

/// <summary>How one way of answering did on one group.</summary>
/// <param name="Method">Name in tables, e.g. <c>beam 4x4</c>.</param>
/// <param name="Solved">Problems whose selected answer is correct; the selection knows nothing of the checker.</param>
/// <param name="TokensPerProblem">Tokens the policy generated per problem.</param>
public sealed record MethodResult(string Method, Proportion Solved, double TokensPerProblem);
