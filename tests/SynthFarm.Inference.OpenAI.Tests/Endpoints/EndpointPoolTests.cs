using SynthFarm.Inference.OpenAI.Addresses;
using SynthFarm.Inference.OpenAI.Endpoints;
using SynthFarm.Inference.OpenAI.Exchanges;
using SynthFarm.TestKit.Time;

namespace SynthFarm.Inference.OpenAI.Tests.Endpoints;

public sealed class EndpointPoolTests : IDisposable
{
    private readonly ManualTimeProvider _clock = new();
    private readonly EndpointPool _pool;

    public EndpointPoolTests() => _pool = new EndpointPool(
        ServedAddressParser.Parse("openai:http://a/v1,http://b/v1*3?model=m", "policy"), _clock);

    public void Dispose() => _pool.Dispose();

    [Fact]
    public void Trees_keep_their_server_and_are_shared_out_by_weight()
    {
        var first = Enumerable.Range(0, 4000).Select(n => _pool.Preference($"tree-{n}")[0].Name).ToList();
        Assert.Equal(first, Enumerable.Range(0, 4000).Select(n => _pool.Preference($"tree-{n}")[0].Name));
        Assert.InRange(first.Count(name => name == "http://b"), 2900, 3100);
    }

    [Fact]
    public async Task A_server_that_asks_to_wait_is_left_alone_and_taken_again_in_time()
    {
        var tree = Enumerable.Range(0, 100).Select(n => $"tree-{n}").First(n => _pool.Preference(n)[0].Name == "http://a");
        var endpoint = await _pool.TakeAsync(tree, default);
        _pool.Release(endpoint, () => endpoint.Failed(_clock.GetTimestamp(), new ServedFault(FaultKind.Busy, "429 later") { RetryAfter = TimeSpan.FromSeconds(20) }));
        Assert.Equal("http://b", (await _pool.TakeAsync(tree, default)).Name);
        Assert.Equal(["http://a: asked to wait 20 s more (429 later)"], _pool.Troubles());
        _clock.Advance(TimeSpan.FromSeconds(21));
        Assert.Equal("http://a", (await _pool.TakeAsync(tree, default)).Name);
    }

    [Fact]
    public async Task Who_gives_up_waiting_takes_no_place()
    {
        var taken = new List<Endpoint>();
        for (var n = 0; n < 16; n++)
        {
            taken.Add(await _pool.TakeAsync("tree", default));
        }

        using var cancellation = new CancellationTokenSource();
        var waiting = _pool.TakeAsync("tree", cancellation.Token);
        var next = _pool.TakeAsync("tree", default);
        Assert.False(waiting.IsCompleted);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        _pool.Release(taken[0], () => { });
        Assert.Same(taken[0], await next);
    }

    [Fact]
    public void Limit_grows_with_answers_halves_once_a_round_and_never_ends()
    {
        var limit = new ConcurrencyLimit(64);
        for (var n = 0; n < 8; n++)
        {
            limit.Answered("/completions", n, n + 1, TimeSpan.FromSeconds(0.1));
        }

        Assert.Equal(16, limit.Current);
        limit.Refused(started: 10, now: 20);
        limit.Refused(started: 15, now: 21);
        Assert.Equal(8, limit.Current);
        for (var n = 0; n < 8; n++)
        {
            limit.Answered("/completions", 30, 31, TimeSpan.FromSeconds(0.1));
        }

        Assert.Equal(8, limit.Current);
        limit.Answered("/completions", 30, 32, TimeSpan.FromSeconds(0.1));
        Assert.Equal(9, limit.Current);
        limit.Answered("/completions", 30, 33, TimeSpan.FromSeconds(9));
        Assert.Equal(8, limit.Current);
        for (var n = 0; n < 20; n++)
        {
            limit.Refused(40 + (2 * n), 41 + (2 * n));
        }

        Assert.Equal(1, limit.Current);
    }

    [Fact]
    public void A_quick_list_of_models_does_not_make_completions_slow()
    {
        var limit = new ConcurrencyLimit(64);
        limit.Answered("/models", 0, 1, TimeSpan.FromMilliseconds(3));
        for (var n = 1; n < 10; n++)
        {
            limit.Answered("/completions", 2 * n, (2 * n) + 1, TimeSpan.FromSeconds(5));
        }

        Assert.Equal(18, limit.Current);
    }

    [Fact]
    public void A_circuit_opens_after_four_outages_in_a_row_longer_each_time_and_closes_with_any_answer()
    {
        var address = ServedAddressParser.Parse("openai:http://a/v1?model=m&silence=86400", "policy");
        var endpoint = new Endpoint(address.Endpoints[0], address, _clock);
        for (var n = 0; n < 1000; n++)
        {
            endpoint.Answered(_clock.GetTimestamp(), "/completions", TimeSpan.FromSeconds(1));
        }

        Outages(3);
        Assert.Null(endpoint.ReadyAt);
        endpoint.Failed(_clock.GetTimestamp(), new ServedFault(FaultKind.Wrong, "no JSON"));
        // Sent together: the fifth and later say nothing that the fourth did not.
        Outages(8);
        foreach (var seconds in new[] { 1, 2, 4, 8, 16, 32, 60, 60 })
        {
            Assert.Equal(_clock.GetUtcNow() + TimeSpan.FromSeconds(seconds), endpoint.ReadyAt);
            Assert.Equal($"http://a: circuit open, tried again in {seconds} s (nothing came)", endpoint.Trouble());
            _clock.Advance(TimeSpan.FromSeconds(seconds));
            Assert.True(endpoint.TryTake());
            Assert.False(endpoint.TryTake());
            endpoint.Release();
            _clock.Advance(TimeSpan.FromSeconds(1));
            Outages(1);
        }

        endpoint.Answered(_clock.GetTimestamp(), "/completions", TimeSpan.FromSeconds(1));
        Assert.Null(endpoint.Trouble());
        Assert.True(endpoint.TryTake() && endpoint.TryTake());

        void Outages(int count)
        {
            for (var n = 0; n < count; n++)
            {
                endpoint.Failed(_clock.GetTimestamp(), new ServedFault(FaultKind.Outage, "nothing came"));
            }
        }
    }
}
