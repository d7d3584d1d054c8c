namespace SynthFarm.TestKit.Llama;

/// <summary>How far the engine and llama.cpp agree on given tokens.</summary>
/// <param name="Positions">Positions compared.</param>
/// <param name="SameToken">Positions at which the same token has the largest logit.</param>
/// <param name="LargestError">
/// Over all positions the largest difference between two logits, divided by the largest absolute logit of that position.
/// </param>
public sealed record Agreement(int Positions, int SameToken, double LargestError)
{
    /// <summary>Share of positions with the same most likely token.</summary>
    public double SameShare => (double)SameToken / Positions;
}
