using SynthFarm.Inference.Decoding;
using SynthFarm.Inference.Engine;
using SynthFarm.Inference.Tests.Decoding;

namespace SynthFarm.Inference.Tests.Engine;

public class PrefixCacheTests
{
    [Fact]
    public void Matches_end_at_any_token()
    {
        using var pool = new KvBlockPool(TestModels.Even, 100);
        using var cache = new PrefixCache(pool, 100);
        Insert(cache, pool, 1, 2, 3, 4);
        Insert(cache, pool, 1, 2, 5);
        Insert(cache, pool, 1, 2, 3, 4, 6);
        Insert(cache, pool, 7);
        Assert.Equal(4 + 1 + 1 + 1, cache.PositionsInserted);
        Assert.Equal(3, cache.MatchLength([1, 2, 3, 9]));
        Assert.Equal(3, cache.MatchLength([1, 2, 5, 5]));
        Assert.Equal(5, cache.MatchLength([1, 2, 3, 4, 6, 8]));
        Assert.Equal(0, cache.MatchLength([2]));
        using KvSequence match = cache.Match([1, 2, 3, 4, 6], 4);
        Assert.Equal(4, match.Length);
    }

    [Fact]
    public void The_longest_unused_leaf_is_evicted_first_and_its_parent_stays()
    {
        using var pool = new KvBlockPool(TestModels.Even, 100);
        using var cache = new PrefixCache(pool, 100);
        Insert(cache, pool, 1, 2, 3);
        Insert(cache, pool, 1, 2, 4);
        Insert(cache, pool, 5);
        cache.Match([1, 2, 3], 3).Dispose();
        Assert.True(cache.EvictOne());
        Assert.Equal(2, cache.MatchLength([1, 2, 4]));
        Assert.Equal(3, cache.MatchLength([1, 2, 3]));
        Assert.True(cache.EvictOne());
        Assert.Equal(0, cache.MatchLength([5]));
        Assert.Equal(3, cache.MatchLength([1, 2, 3]));
        Assert.True(cache.EvictOne());
        Assert.False(cache.EvictOne());
        Assert.Equal(0, pool.Used);
        Assert.Equal(0, cache.Positions);
    }

    [Fact]
    public void Any_order_of_inserts_matches_and_evictions_agrees_with_a_plain_set()
    {
        var random = new Random(3);
        for (int round = 0; round < 60; round++)
        {
            using var pool = new KvBlockPool(TestModels.Even, 1000);
            using var cache = new PrefixCache(pool, round % 2 == 0 ? 1000 : 6);
            var inserted = new HashSet<string>();
            for (int i = 0; i < 120; i++)
            {
                int[] tokens = [.. Enumerable.Range(0, random.Next(1, 40)).Select(_ => random.Next(2))];
                if (random.Next(4) > 0)
                {
                    Insert(cache, pool, tokens);
                    inserted.UnionWith(Enumerable.Range(1, tokens.Length).Select(length => string.Join(',', tokens[..length])));
                }
                else if (random.Next(3) == 0)
                {
                    cache.EvictOne();
                }

                int matched = cache.MatchLength(tokens);
                Assert.True(matched == 0 || inserted.Contains(string.Join(',', tokens[..matched])));
                if (cache.Evictions == 0)
                    Assert.Equal(Enumerable.Range(0, tokens.Length + 1).Last(length => length == 0 || inserted.Contains(string.Join(',', tokens[..length]))), matched);
                if (cache.Evictions == 0)
                    Assert.Equal(inserted.Count, cache.Positions);
                using KvSequence sequence = cache.Match(tokens, 20);
                Assert.Equal(Math.Min(20, matched), sequence.Length);
                Assert.InRange(cache.Blocks, 0, round % 2 == 0 ? 1000 : 6);
                Assert.Equal(cache.Blocks, pool.Used);
            }

            cache.Dispose();
            Assert.Equal(0, cache.Blocks);
            Assert.Equal(0, pool.Used);
        }
    }

    private static void Insert(PrefixCache cache, KvBlockPool pool, params int[] tokens)
    {
        KvSequence sequence = cache.Match(tokens, tokens.Length);
        sequence.Reserve(tokens.Length - sequence.Length);
        sequence.Advance(tokens.Length - sequence.Length);
        cache.Insert(tokens, sequence);
    }
}
