namespace SynthFarm.Core.Search.Mcts;

/// <summary>How a child is chosen on the way down. The names are used in configuration.</summary>
public enum MctsSelection
{
    /// <summary>
    /// Upper confidence bound for trees (Kocsis and Szepesvari, 2006) as ReST-MCTS* has it: V + c sqrt(2 ln N / n), for a child without visits
    /// V + <see cref="MctsOptions.UnvisitedBonus"/>; N visits of the parent, n of the child.
    /// </summary>
    Uct = 0,

    /// <summary>
    /// AlphaZero's rule, as OpenR has it: V + (ln((N + base + 1) / base) + init) P sqrt(N) / (1 + n); P is the child's share of the siblings'
    /// probability under the policy, each counted as often as it was drawn and by its mean token probability.
    /// </summary>
    Puct = 1,
}
