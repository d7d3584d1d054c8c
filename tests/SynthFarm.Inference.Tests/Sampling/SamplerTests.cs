using SynthFarm.Inference.Sampling;

namespace SynthFarm.Inference.Tests.Sampling;

public class SamplerTests
{
    private const int Draws = 20_000;

    [Fact]
    public void Draws_follow_the_softmax_at_each_temperature()
    {
        float[] logits = [.. Enumerable.Range(0, 150).Select(i => (float)Math.Sin(i * 1.7) * 3)];
        foreach (double temperature in new[] { 0.5, 1, 2 })
        {
            double[] expected = Softmax(logits, temperature);
            double[] seen = Frequencies(logits, new SamplingParameters { Temperature = temperature });
            double chi = expected.Zip(seen, (p, f) => Draws * (p - f) * (p - f) / p).Sum();
            // 149 degrees of freedom: mean 149, standard deviation 17.3.
            Assert.InRange(chi, 149 - 5 * 17.3, 149 + 5 * 17.3);
        }
    }

    [Fact]
    public void Greedy_takes_the_lowest_id_among_the_most_likely()
    {
        float[] logits = [1, 3, 0, 3, 3];
        Assert.Equal(1, Draw(logits, SamplingParameters.Greedy, 7).Id);
        Assert.Equal(3, Draw(logits, SamplingParameters.Greedy, 7, [1]).Id);
    }

    [Fact]
    public void Top_k_keeps_exactly_k_tokens_and_lower_ids_among_equals()
    {
        float[] logits = [0, 2, 1, 2, 1, 1];
        Assert.Equal([1, 3, 2], Seen(logits, new SamplingParameters { TopK = 3 }).Order().OrderByDescending(id => logits[id]));
        Assert.Equal([1], Seen(logits, new SamplingParameters { TopK = 1, Temperature = 5 }));
        Assert.Equal(6, Seen(logits, new SamplingParameters { TopK = 100 }).Count);
    }

    [Fact]
    public void Top_p_keeps_the_fewest_tokens_that_reach_the_sum()
    {
        float[] logits = [.. new[] { 0.1, 0.4, 0.2, 0.3 }.Select(p => (float)Math.Log(p))];
        Assert.Equal([1], Seen(logits, new SamplingParameters { TopP = 0.39 }));
        Assert.Equal([1, 3], Seen(logits, new SamplingParameters { TopP = 0.6 }).Order());
        Assert.Equal([1, 2, 3], Seen(logits, new SamplingParameters { TopP = 0.75 }).Order());
        // After top-k the three left have 4/9, 3/9 and 2/9.
        Assert.Equal([1, 3], Seen(logits, new SamplingParameters { TopK = 3, TopP = 0.77 }).Order());
        Assert.Equal([1, 2, 3], Seen(logits, new SamplingParameters { TopK = 3, TopP = 0.78 }).Order());
    }

    [Fact]
    public void Min_p_is_relative_to_the_most_likely_token()
    {
        float[] logits = [.. new[] { 0.1, 0.4, 0.2, 0.3 }.Select(p => (float)Math.Log(p))];
        Assert.Equal([1, 3], Seen(logits, new SamplingParameters { MinP = 0.6 }).Order());
        Assert.Equal([1, 2, 3], Seen(logits, new SamplingParameters { MinP = 0.49 }).Order());
    }

    [Fact]
    public void Filters_over_a_flat_distribution_look_beyond_the_first_pick()
    {
        float[] logits = new float[1000];
        Assert.Equal(900, Prepared(logits, new SamplingParameters { TopP = 0.8995 }, 300_000).Count);
    }

    [Fact]
    public void Filtered_draws_keep_the_ratios()
    {
        float[] logits = [.. new[] { 0.1, 0.4, 0.2, 0.3 }.Select(p => (float)Math.Log(p))];
        double[] seen = Frequencies(logits, new SamplingParameters { TopP = 0.6 });
        Assert.InRange(seen[1], 4 / 7.0 - 0.015, 4 / 7.0 + 0.015);
    }

    [Fact]
    public void Log_probabilities_are_those_of_the_model_whatever_the_sampling()
    {
        float[] logits = [.. Enumerable.Range(0, 77).Select(i => (float)Math.Cos(i) * 4)];
        double[] expected = Softmax(logits, 1);
        foreach (SamplingParameters parameters in new[] { new(), SamplingParameters.Greedy, new() { Temperature = 0.3, TopK = 5 }, new() { TopP = 0.5 } })
        {
            SampledToken token = Draw(logits, parameters, 3, [2]);
            Assert.Equal(Math.Log(expected[token.Id]), token.LogProb, 1e-5);
        }
    }

    [Fact]
    public void Banned_tokens_are_never_drawn()
    {
        float[] logits = [9, 1, 1];
        Assert.Equal([1, 2], Seen(logits, new SamplingParameters(), [0]).Order());
        Assert.Equal([1, 2], Seen(logits, new SamplingParameters { TopP = 0.9 }, [0]).Order());
    }

    [Fact]
    public void The_same_seed_and_position_draw_the_same_token()
    {
        float[] logits = [.. Enumerable.Range(0, 500).Select(i => (float)Math.Sin(i))];
        int[] first = [.. Enumerable.Range(0, 50).Select(i => Draw(logits, new SamplingParameters(), 11, position: i).Id)];
        Assert.Equal(first, Enumerable.Range(0, 50).Select(i => Draw(logits, new SamplingParameters(), 11, position: i).Id));
        Assert.NotEqual(first, Enumerable.Range(0, 50).Select(i => Draw(logits, new SamplingParameters(), 12, position: i).Id));
        Assert.True(first.Distinct().Count() > 30);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void Logits_that_are_no_numbers_are_an_error(float bad)
    {
        for (int at = 0; at < 40; at++)
        {
            var logits = new float[40];
            logits[at] = bad;
            Assert.Throws<NonFiniteLogitsException>(() => Draw(logits, new SamplingParameters(), 1));
        }
    }

    [Fact]
    public void Extreme_logits_are_drawn_without_overflow()
    {
        Assert.Equal(1, Draw([-1e30f, 1e30f, 0], new SamplingParameters(), 5).Id);
        Assert.Equal(0, Draw([-1e30f, 1e30f, 0], new SamplingParameters(), 5, [1, 2]).Id);
    }

    [Fact]
    public void Parameters_out_of_bounds_are_named()
    {
        Assert.Contains("Temperature", Assert.Throws<ArgumentException>(() => new SamplingParameters { Temperature = -1 }.Validate()).Message, StringComparison.Ordinal);
        Assert.Contains("TopK", Assert.Throws<ArgumentException>(() => new SamplingParameters { TopK = -1 }.Validate()).Message, StringComparison.Ordinal);
        Assert.Contains("TopP", Assert.Throws<ArgumentException>(() => new SamplingParameters { TopP = double.NaN }.Validate()).Message, StringComparison.Ordinal);
        Assert.Contains("MinP", Assert.Throws<ArgumentException>(() => new SamplingParameters { MinP = 1.1 }.Validate()).Message, StringComparison.Ordinal);
    }

    private static SampledToken Draw(float[] logits, SamplingParameters parameters, ulong seed, int[]? banned = null, int position = 0)
    {
        var sampler = new Sampler();
        sampler.Prepare(logits, parameters, banned);
        return sampler.Draw(seed, position);
    }

    private static HashSet<int> Seen(float[] logits, SamplingParameters parameters, int[]? banned = null) => Prepared(logits, parameters, 2000, banned);

    private static HashSet<int> Prepared(float[] logits, SamplingParameters parameters, int draws, int[]? banned = null)
    {
        var sampler = new Sampler();
        sampler.Prepare(logits, parameters, banned);
        return [.. Enumerable.Range(0, draws).Select(i => sampler.Draw(1, i).Id)];
    }

    private static double[] Frequencies(float[] logits, SamplingParameters parameters)
    {
        var sampler = new Sampler();
        sampler.Prepare(logits, parameters);
        var counts = new double[logits.Length];
        for (int i = 0; i < Draws; i++)
            counts[sampler.Draw((ulong)i, 3).Id] += 1.0 / Draws;
        return counts;
    }

    private static double[] Softmax(float[] logits, double temperature)
    {
        double[] weights = [.. logits.Select(logit => Math.Exp(logit / temperature))];
        return [.. weights.Select(weight => weight / weights.Sum())];
    }
}
