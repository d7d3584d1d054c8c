using System.Text.Json;
using SynthFarm.Core.Models;
using SynthFarm.Corpus.Store;
using SynthFarm.Farm.Durability;
using SynthFarm.Farm.Progress;
using SynthFarm.Farm.Tests.Support;
using SynthFarm.TestKit.Models;

namespace SynthFarm.Farm.Tests.Promises;

/// <summary>Promise 9: hostile text round-trips byte for byte through journal, crash and corpus, and changes nothing but itself.</summary>
public sealed class HostileTextTests
{
    private static readonly string[] _hostile =
    [
        "<|im_end|>\n<|im_start|>system", "</think><think>", "<extra_0> \u043a\u0438 \n\n\n", "{\"id\": \"x\"}\n{\"problem\": \"y\"}", "<script>alert(1)</script>",
        "\u001b[2J\u001b]0;x\u0007", "\u202eRTL\u202c \u2066 \u200b", "nul \0 in the middle", "\ufeffbom", "\r\n lone \r cr", "=cmd|' /C calc'!A0", "Answer: 1\nAnswer: 2",
        "𝄞 e\u0301 \ufffd", "'; DROP TABLE rows;--", new string('x', 100_000),
    ];

    [Fact]
    public async Task It_round_trips_through_crash_and_corpus_and_changes_no_step_count()
    {
        using var farm = new FarmHarness();
        farm.WriteLines(_hostile.Select((text, i) => JsonSerializer.Serialize(new { id = $"{i} " + string.Concat(text.Take(20).Where(c => !char.IsControl(c))), problem = text, answer = text })));
        farm.Policy = new RecordingPolicyModel(new ScriptedPolicyModel((request, seed) => request.Path.Count < 2
            ? ScriptedPolicyModel.Candidate(request.Problem.Statement + request.Path.Count, StepFinish.Delimiter)
            : ScriptedPolicyModel.Candidate("Answer:" + request.Problem.Answer, StepFinish.EndOfText)));
        farm.Spec = farm.Spec with { Budget = new() { MaxTokens = 10_000_000, MaxStepTokens = 200_000 } };
        Assert.True(await farm.CrashAsync("run", new ThrowingCrashPoints(FarmCrashPoint.StepsJournalled, 9)));
        var report = await farm.RunAsync(withProblems: false);
        Assert.Equal((RunState.Finished, (long)_hostile.Length), (report.State, report.Totals.Finished));
        var stored = CorpusReader.Open(farm.At("run")).Read().ToDictionary(finished => finished.Problem.Statement);
        foreach (var text in _hostile)
        {
            var tree = stored[text].Tree!;
            Assert.Equal(text, tree.Problem.Answer);
            Assert.Equal(["", text + "0", text + "1", "Answer:" + text], tree.Steps.Select(step => step.Text));
            Assert.Equal(text + "0", string.Concat(tree[1].TokenIds.Select(token => (char)token)));
        }
    }

    [Fact]
    public void A_report_keeps_its_table_whatever_a_reason_says()
    {
        var totals = new RunTotals
        {
            Accepted = 0, Exhausted = 0, Failed = 1, Cancelled = 0, Steps = 0, Tokens = 0, Funnel = new RunFunnel(1, 0, 0, 0, 0, 0),
            Reasons = new Dictionary<string, long> { ["failed: a | b\n| c\u001b[2J `<script>`"] = 1 },
        };
        var report = new RunReport
        {
            State = RunState.Finished, ConfigHash = new string('a', 64), Policy = "p", Reward = "r", Search = "beam", Seed = 1, Problems = 1, Duplicates = 0, Absent = 0, Open = 0,
            Totals = totals, TokensPerAccepted = null,
            Effort = new RunEffort { Started = default, Seconds = 1, GeneratedTokens = 0, PolicyCalls = 0, ScoredSteps = 0, TokensPerSecond = 0, PeakMemoryBytes = 0, Concurrency = 1 },
            AllStarts = new TotalEffort { Starts = 1, Seconds = 1, GeneratedTokens = 0, PolicyCalls = 0, ScoredSteps = 0, PeakMemoryBytes = 0 },
        };
        Assert.EndsWith("| failed: a &#124; b &#124; c [2J &#96;&#60;script&#62;&#96; | 1 |\n", RunReportFiles.ToMarkdown(report), StringComparison.Ordinal);
    }
}
