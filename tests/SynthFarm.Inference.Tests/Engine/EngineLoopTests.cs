using SynthFarm.Inference.Decoding;
using SynthFarm.Inference.Engine;
using SynthFarm.Inference.Tests.Decoding;
using SynthFarm.Inference.Weights;

namespace SynthFarm.Inference.Tests.Engine;

public class EngineLoopTests
{
    [Theory]
    [InlineData("pass")]
    [InlineData("read")]
    [InlineData("advance")]
    public async Task A_fault_at_any_stage_reaches_only_its_caller(string stage)
    {
        LlamaConfig config = TestModels.Even;
        using var decoder = new LlamaDecoder(TestModels.Random(config, 1), 2);
        using var pool = new KvBlockPool(config, 200);
        int left = 0;
        using var loop = new EngineLoop(decoder, pool, new EngineOptions(), count => left += count);
        GenerateJob[] expected = Jobs(config);
        foreach (GenerateJob job in expected)
            loop.Post(job);
        await Task.WhenAll(expected.Select(job => job.Result));
        GenerateJob[] good = Jobs(config);
        FaultyJob[] bad = [.. Enumerable.Range(0, 4).Select(i => new FaultyJob(TestModels.Tokens(config, 9, i), stage))];
        for (int i = 0; i < bad.Length; i++)
        {
            loop.Post(good[i]);
            loop.Post(bad[i]);
        }

        foreach (FaultyJob job in bad)
            await Assert.ThrowsAnyAsync<Exception>(() => job.Result);
        for (int i = 0; i < good.Length; i++)
            Assert.Equal((await expected[i].Result)[0].TokenIds, (await good[i].Result)[0].TokenIds);
        Assert.Equal(4, loop.Counters.Failed);
        Assert.Equal(8, loop.Counters.Completed);
        Assert.Equal(12, left);
    }

    private static GenerateJob[] Jobs(LlamaConfig config) => [.. Enumerable.Range(0, 4).Select(i => new GenerateJob(
        new GenerateRequest { Prefix = TestModels.Tokens(config, 12, 50 + i), Seeds = [1, 2], Sampling = new(), MaxTokens = 20 },
        null, [], config.MaxPositions, null, CancellationToken.None))];
}
