using SynthFarm.Core.Problems;
using SynthFarm.Core.Randomness;
using SynthFarm.Corpus.Store;
using SynthFarm.Farm.Progress;
using SynthFarm.Farm.Runs;
using SynthFarm.Farm.Tests.Support;
using SynthFarm.TestKit;

namespace SynthFarm.Farm.Tests.Promises;

/// <summary>Promise 5: identity is by content, never by position.</summary>
public sealed class IdentityTests : IDisposable
{
    private readonly FarmHarness _farm = new();

    public void Dispose() => _farm.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_reordered_edited_extended_file_touches_only_what_changed(ulong seed)
    {
        var random = new StableRandom(seed);
        var lines = Enumerable.Range(1, 30).Select(n => Some.ProblemLine(n, n % 3 == 0 ? $"given-{n}" : null)).ToList();
        _farm.WriteLines(lines);
        await _farm.RunAsync();
        var before = _farm.Stored().ToHashSet();
        var tokensBefore = _farm.Policy.Tokens;

        var removed = lines.Where((_, i) => i % 7 == 5).ToList();
        var edited = Enumerable.Range(1, 30).Where(n => n % 6 == 0).Select(n => Some.ProblemLine(n, $"given-{n}", source: "new")).ToList();
        var added = Enumerable.Range(101, 5).Select(n => Some.ProblemLine(n)).ToList();
        var next = lines.Except(removed).Where(line => !edited.Any(e => SameId(e, line))).Concat(edited).Concat(added).ToArray();
        random.Shuffle<string>(next);
        _farm.WriteLines(next);
        var report = await _farm.RunAsync();

        Assert.Equal((RunState.Finished, (long)next.Length), (report.State, report.Problems));
        var stored = CorpusReader.Open(_farm.At("run")).Read().ToDictionary(finished => finished.Problem.Id);
        Assert.All(next, line => Assert.Equal(Read(line).ContentHash, stored[Read(line).Id].Problem.ContentHash));
        var kept = lines.Intersect(next).ToList();
        var after = _farm.Stored().ToHashSet();
        Assert.Equal(kept.Count, before.Intersect(after).Count(text => kept.Any(line => text.Contains($" of {Read(line).Id}\n", StringComparison.Ordinal))));
        var touched = edited.Concat(added).Sum(line => stored[Read(line).Id].Tree!.GeneratedTokens);
        Assert.Equal(tokensBefore + touched, _farm.Policy.Tokens);

        var absent = removed.Except(edited).Where(line => !edited.Any(e => SameId(e, line))).ToList();
        Assert.Equal(absent.Count, report.Absent);
        using var reader = RunReader.Open(_farm.At("run"));
        Assert.All(absent, line => Assert.False(reader.Contains(Read(line))));
        Assert.All(absent, line => Assert.True(stored.ContainsKey(Read(line).Id)));
        Assert.All(next, line => Assert.True(reader.Contains(Read(line))));
        Assert.Equal(report.Absent, reader.Progress().Absent);
    }

    [Fact]
    public async Task Line_ends_byte_order_mark_blank_lines_and_key_order_change_nothing()
    {
        _farm.WriteProblems(6);
        await _farm.RunAsync();
        var (before, tokens) = (string.Concat(_farm.Stored()), _farm.Policy.Tokens);
        var lines = Enumerable.Range(1, 6).Select(n => $"  {{ \"answer\" : \"{n}\",\t\"problem\": \"What is {n - 1} + 1?\" }}");
        await File.WriteAllTextAsync(_farm.ProblemsPath, "\uFEFF" + string.Join("\r\n\r\n \t\r\n", lines));
        var report = await _farm.RunAsync();
        Assert.Equal((before, tokens), (string.Concat(_farm.Stored()), _farm.Policy.Tokens));
        Assert.Equal((6L, 0L), (report.Problems, report.Absent));
    }

    [Fact]
    public async Task A_problem_that_comes_back_after_being_taken_out_is_not_done_again()
    {
        _farm.WriteProblems(6);
        await _farm.RunAsync();
        _farm.WriteProblems(3);
        Assert.Equal(3, (await _farm.RunAsync()).Absent);
        var tokens = _farm.Policy.Tokens;
        _farm.WriteProblems(6);
        var report = await _farm.RunAsync();
        Assert.Equal((6L, 0L, tokens), (report.Totals.Finished, report.Absent, _farm.Policy.Tokens));
    }

    [Fact]
    public async Task Another_configuration_is_refused_by_the_names_of_the_keys()
    {
        _farm.WriteProblems(2);
        await _farm.RunAsync();
        _farm.Spec = _farm.Spec with { Seed = 43, Concurrency = 9, Budget = _farm.Spec.Budget with { MaxTokens = 77 } };
        var error = await Assert.ThrowsAsync<RunDirectoryException>(() => _farm.RunAsync());
        var lines = error.Message.Split(Environment.NewLine);
        Assert.Equal(["  budget.maxTokens: 2000 in the run, 77 asked for", "  seed: 42 in the run, 43 asked for"], lines[1..]);
    }

    private static bool SameId(string a, string b) => Read(a).Id == Read(b).Id;

    private static Problem Read(string line) => ProblemLineParser.Parse(System.Text.Encoding.UTF8.GetBytes(line), 2).Problem!;
}
