using SynthFarm.Inference.Decoding;
using SynthFarm.Inference.Engine;
using SynthFarm.Inference.Sampling;
using SynthFarm.Inference.Tests.Decoding;
using SynthFarm.Inference.Weights;

namespace SynthFarm.Inference.Tests.Engine;

public class InferenceEngineTests
{
    private static readonly LlamaConfig Config = TestModels.Even;

    [Fact]
    public async Task Greedy_samples_are_what_the_decoder_gives_token_by_token()
    {
        LlamaWeights weights = TestModels.Random(Config, 1);
        using var engine = new InferenceEngine(weights);
        int[] prefix = TestModels.Tokens(Config, 20, 2);
        GeneratedSample sample = (await engine.GenerateAsync(Request(prefix, [0], 12) with { Sampling = SamplingParameters.Greedy }))[0];
        var tokens = prefix.ToList();
        using var decoder = new LlamaDecoder(weights, 1);
        using var pool = new KvBlockPool(Config, 10);
        foreach (int token in sample.TokenIds)
        {
            using var sequence = new KvSequence(pool);
            using var batch = new DecoderBatch();
            batch.Add(sequence, tokens.ToArray(), tokens.Count - 1);
            decoder.Forward(batch);
            Assert.Equal(batch.Output(0).IndexOf(batch.Output(0).ToArray().Max()), token);
            tokens.Add(token);
        }

        Assert.Equal(12, sample.TokenIds.Count);
        Assert.Equal(GenerateFinish.Length, sample.Finish);
    }

    [Fact]
    public async Task Concurrency_memory_and_pass_size_change_no_sample()
    {
        LlamaWeights weights = TestModels.Random(Config, 3);
        GenerateRequest[] requests = Requests(40);
        List<GeneratedSample> alone = await Generate(weights, requests, 1, new EngineOptions { Threads = 1, CacheShare = 0 });
        Equal(alone, await Generate(weights, requests, 1, new EngineOptions()));
        Equal(alone, await Generate(weights, requests, 32, new EngineOptions()));
        Equal(alone, await Generate(weights, requests, 40, new EngineOptions { MaxBatchTokens = 7, MaxSequences = 5, MaxQueued = 2 }));
        // 1 MiB is 32 blocks: prefixes are evicted all the time.
        Equal(alone, await Generate(weights, requests, 32, new EngineOptions { KeyValueBytes = 1 << 20 }));
        Equal(alone, await Generate(weights, requests, 32, new EngineOptions { CacheShare = 0.001 }));
    }

    [Fact]
    public async Task A_tree_is_computed_once_for_each_distinct_prefix()
    {
        using var engine = new InferenceEngine(TestModels.Random(Config, 4));
        var prefixes = new HashSet<string>();
        int[][] frontier = [TestModels.Tokens(Config, 20, 5), TestModels.Tokens(Config, 20, 5)[..10].Concat(TestModels.Tokens(Config, 9, 6)).ToArray()];
        for (int depth = 0; depth < 3; depth++)
        {
            IReadOnlyList<GeneratedSample>[] expanded = await Task.WhenAll(frontier.Select((prefix, i) =>
                engine.GenerateAsync(Request(prefix, [(ulong)(10 * depth + i), 1000, 2000, 3000], 18) with { Sampling = new() { Temperature = 0.4 } })));
            var next = new List<int[]>();
            for (int i = 0; i < frontier.Length; i++)
            {
                foreach (GeneratedSample sample in expanded[i])
                {
                    int[] path = [.. frontier[i], .. sample.TokenIds];
                    // The last token of a sample is computed when something follows it.
                    prefixes.UnionWith(Enumerable.Range(1, path.Length - 1).Select(length => string.Join(',', path[..length])));
                    next.Add(path);
                }
            }

            frontier = [.. next.DistinctBy(path => string.Join(',', path)).Take(6)];
        }

        EngineCounters counters = engine.Counters;
        Assert.Equal(prefixes.Count, counters.PositionsUnique);
        Assert.Equal(prefixes.Count, counters.PositionsComputed);
        Assert.Equal(0, counters.Evictions);
        Assert.True(counters.PositionsReused > 0);
    }

    [Fact]
    public async Task Scoring_an_extended_path_computes_only_the_extension()
    {
        LlamaWeights weights = TestModels.Random(TestModels.Scoring, 7);
        using var engine = new InferenceEngine(weights);
        int[] tokens = TestModels.Tokens(Config, 50, 8);
        double[][] expected = ReferenceLlama.Forward(weights, tokens);
        long before = 0;
        foreach (int length in new[] { 20, 21, 33, 50 })
        {
            IReadOnlyList<float> scores = await engine.ScoreAsync(new ScoreRequest { Tokens = tokens[..length], Positions = [length - 1] });
            Assert.Equal(expected[length - 1][0], scores[0], 1e-4);
            Assert.Equal(length - before, engine.Counters.PositionsComputed - before);
            before = length;
        }

        IReadOnlyList<float> several = await engine.ScoreAsync(new ScoreRequest { Tokens = tokens, Positions = [0, 19, 49] });
        Assert.Equal([.. new[] { 0, 19, 49 }.Select(t => (float)expected[t][0])], several, (a, b) => Math.Abs(a - b) < 1e-4);
    }

    [Fact]
    public async Task A_language_model_gives_the_log_probabilities_of_tokens()
    {
        LlamaWeights weights = TestModels.Random(Config, 9);
        using var engine = new InferenceEngine(weights, options: new EngineOptions { MaxBatchTokens = 5 });
        int[] tokens = TestModels.Tokens(Config, 30, 10);
        double[][] logits = ReferenceLlama.Forward(weights, tokens);
        IReadOnlyList<float> values = await engine.ScoreAsync(new ScoreRequest { Tokens = tokens, Positions = [.. Enumerable.Range(1, 29)] });
        for (int t = 1; t < 30; t++)
        {
            double total = logits[t - 1].Sum(Math.Exp);
            Assert.Equal(logits[t - 1][tokens[t]] - Math.Log(total), values[t - 1], 1e-4);
        }

        GeneratedSample sample = (await engine.GenerateAsync(Request(tokens, [4], 10)))[0];
        int[] path = [.. tokens, .. sample.TokenIds];
        Assert.Equal(sample.LogProbs, await engine.ScoreAsync(new ScoreRequest { Tokens = path, Positions = [.. Enumerable.Range(30, 10)] }));
    }

    [Fact]
    public async Task Samples_end_at_stop_tokens_and_the_models_last_position()
    {
        using var engine = new InferenceEngine(TestModels.Random(Config, 11));
        int[] prefix = TestModels.Tokens(Config, 5, 12);
        IReadOnlyList<GeneratedSample> free = await engine.GenerateAsync(Request(prefix, [1, 2], 30));
        int stop = free[0].TokenIds[10];
        GeneratedSample stopped = (await engine.GenerateAsync(Request(prefix, [1, 2], 30) with { StopTokens = new HashSet<int> { stop } }))[0];
        Assert.Equal(GenerateFinish.StopToken, stopped.Finish);
        Assert.Equal(free[0].TokenIds.Take(1 + free[0].TokenIds.ToList().IndexOf(stop)), stopped.TokenIds);
        GeneratedSample banned = (await engine.GenerateAsync(Request(prefix, [1], 30) with { BannedTokens = [stop] }))[0];
        Assert.DoesNotContain(stop, banned.TokenIds);
        GeneratedSample full = (await engine.GenerateAsync(Request(TestModels.Tokens(Config, 250, 13), [1], 30)))[0];
        Assert.Equal(6, full.TokenIds.Count);
        Assert.Equal(GenerateFinish.Length, full.Finish);
    }

    [Fact]
    public async Task Cancelled_requests_end_and_the_others_go_on()
    {
        LlamaWeights weights = TestModels.Random(Config, 14);
        GenerateRequest request = Request(TestModels.Tokens(Config, 30, 15), [1, 2, 3], 200);
        IReadOnlyList<GeneratedSample> expected;
        using (var quiet = new InferenceEngine(weights))
            expected = await quiet.GenerateAsync(request);
        using var engine = new InferenceEngine(weights, options: new EngineOptions { MaxSequences = 12 });
        using var source = new CancellationTokenSource();
        Task<IReadOnlyList<GeneratedSample>>[] doomed = [.. Enumerable.Range(0, 20).Select(i =>
            engine.GenerateAsync(Request(TestModels.Tokens(Config, 30, 100 + i), [1, 2], 200), source.Token))];
        Task<IReadOnlyList<GeneratedSample>> kept = engine.GenerateAsync(request);
        await source.CancelAsync();
        foreach (Task task in doomed)
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => task);
        Equal(expected, await kept);
        Assert.Equal(20, engine.Counters.Cancelled + engine.Counters.Completed - 1);
    }

    [Fact]
    public async Task A_request_the_model_cannot_compute_fails_alone()
    {
        LlamaConfig untied = Config with { TieWordEmbeddings = false };
        using var clean = new InferenceEngine(TestModels.Random(untied, 16));
        LlamaWeights broken = TestModels.Random(untied, 16);
        broken[LlamaTensors.Embedding].AsSpan(0, Config.HiddenSize).Fill(float.NaN);
        using var engine = new InferenceEngine(broken);
        GenerateRequest[] requests = [.. Requests(12).Select(request => request with
        {
            Prefix = [.. request.Prefix.Select(token => Math.Max(1, token))], BannedTokens = [0],
        })];
        var good = requests.Select(request => engine.GenerateAsync(request)).ToList();
        var bad = requests.Select(request => engine.GenerateAsync(request with { Prefix = [.. request.Prefix, 0] })).ToList();
        foreach (Task task in bad)
            await Assert.ThrowsAsync<NonFiniteLogitsException>(() => task);
        for (int i = 0; i < requests.Length; i++)
            Equal(await clean.GenerateAsync(requests[i]), await good[i]);
        Assert.Equal(12, engine.Counters.Failed);
    }

    [Fact]
    public async Task Bad_requests_are_refused_by_name()
    {
        using var engine = new InferenceEngine(TestModels.Random(Config, 17), options: new EngineOptions { KeyValueBytes = 1 << 20 });
        GenerateRequest request = Request([1, 2], [1], 4);
        await Refused("Prefix", request with { Prefix = [] });
        await Refused("Prefix", request with { Prefix = [100] });
        await Refused("Prefix", request with { Prefix = new int[256] });
        await Refused("Seeds", request with { Seeds = [] });
        await Refused("MaxTokens", request with { MaxTokens = 0 });
        await Refused("TopP", request with { Sampling = new() { TopP = 0 } });
        await Refused("StopStrings", request with { StopStrings = ["x"] });
        await Refused("BannedTokens", request with { BannedTokens = [.. Enumerable.Range(0, 100)] });
        await Refused("blocks", request with { Seeds = new ulong[100] });
        await Assert.ThrowsAsync<ArgumentException>(() => engine.ScoreAsync(new ScoreRequest { Tokens = [1, 2], Positions = [0] }));
        await Assert.ThrowsAsync<ArgumentException>(() => engine.ScoreAsync(new ScoreRequest { Tokens = [1, 2], Positions = [1, 1] }));

        async Task Refused(string named, GenerateRequest bad) => Assert.Contains(
            named, (await Assert.ThrowsAsync<ArgumentException>(() => engine.GenerateAsync(bad))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Closing_tells_everyone_who_waits()
    {
        var engine = new InferenceEngine(TestModels.Random(Config, 18), options: new EngineOptions { MaxSequences = 2 });
        Task[] tasks = [.. Enumerable.Range(0, 50).Select(i => engine.GenerateAsync(Request(TestModels.Tokens(Config, 30, i), [1, 2], 200)))];
        engine.Dispose();
        foreach (Task task in tasks)
        {
            Exception? error = await Record.ExceptionAsync(() => task);
            Assert.True(error is null or ObjectDisposedException);
        }

        await Assert.ThrowsAsync<ObjectDisposedException>(() => engine.GenerateAsync(Request([1], [1], 1)));
    }

    private static GenerateRequest Request(int[] prefix, ulong[] seeds, int maxTokens) =>
        new() { Prefix = prefix, Seeds = seeds, MaxTokens = maxTokens, Sampling = new SamplingParameters { Temperature = 0.8 } };

    /// <summary>Prefixes that overlap, of lengths around the block size; samples that agree and part.</summary>
    private static GenerateRequest[] Requests(int count)
    {
        int[] stem = TestModels.Tokens(Config, 40, 20);
        return [.. Enumerable.Range(0, count).Select(i => Request(
            [.. stem[..(i * 7 % 40)], .. TestModels.Tokens(Config, 1 + i * 5 % 20, i)], [(ulong)i, (ulong)i, (ulong)(i + 1)], 5 + i % 17) with
            {
                Sampling = i % 3 == 0 ? SamplingParameters.Greedy : new() { Temperature = 0.5, TopP = i % 3 == 1 ? 0.9 : 1 },
                StopTokens = new HashSet<int> { 3, 50 },
            })];
    }

    private static async Task<List<GeneratedSample>> Generate(LlamaWeights weights, GenerateRequest[] requests, int concurrency, EngineOptions options)
    {
        using var engine = new InferenceEngine(weights, options: options);
        var results = new IReadOnlyList<GeneratedSample>[requests.Length];
        await Parallel.ForEachAsync(Enumerable.Range(0, requests.Length), new ParallelOptions { MaxDegreeOfParallelism = concurrency },
            async (i, cancellation) => results[i] = await engine.GenerateAsync(requests[i], cancellation));
        Assert.Equal(requests.Length, engine.Counters.Completed);
        return [.. results.SelectMany(samples => samples)];
    }

    private static void Equal(IReadOnlyList<GeneratedSample> expected, IReadOnlyList<GeneratedSample> actual)
    {
        Assert.Equal(expected.Count, actual.Count);
        for (int i = 0; i < expected.Count; i++)
        {
            Assert.Equal(expected[i].TokenIds, actual[i].TokenIds);
            Assert.Equal(expected[i].LogProbs.Select(BitConverter.SingleToInt32Bits), actual[i].LogProbs.Select(BitConverter.SingleToInt32Bits));
            Assert.Equal(expected[i].Finish, actual[i].Finish);
        }
    }
}
