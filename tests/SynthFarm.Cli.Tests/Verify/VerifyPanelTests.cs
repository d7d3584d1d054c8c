using System.Text.Json;
using SynthFarm.Cli.Tests.Surface;

namespace SynthFarm.Cli.Tests.Verify;

public class VerifyPanelTests
{
    [Fact]
    public async Task Panel_shows_every_rule_and_who_disagrees()
    {
        var result = await CommandRunner.RunAsync("verify", "--gold", "0.25", "--answer", "\\frac{1}{4}", "--panel");

        Assert.Equal(0, result.ExitCode);
        Assert.StartsWith("correct: the numbers are equal: 1/4 (number-equality)\n\nrule            verdict  reason\n", result.Output);
        Assert.EndsWith("They disagree: synthfarm, prm800k, minerva say correct, hendrycks, gsm8k-strict, gsm8k-flexible say wrong.\n", result.Output);
    }

    [Fact]
    public async Task Another_rule_judges_where_it_is_named()
    {
        var result = await CommandRunner.RunAsync("verify", "--gold", "0.25", "--answer", "\\frac{1}{4}", "--rule", "hendrycks", "--output", "json");

        var verdict = JsonDocument.Parse(result.Output).RootElement;
        Assert.Equal(("wrong", "hendrycks"), (verdict.GetProperty("verdict").GetString(), verdict.GetProperty("rule").GetString()));
        Assert.False(verdict.TryGetProperty("panel", out _));
    }

    [Fact]
    public async Task Unknown_rule_is_refused()
    {
        var result = await CommandRunner.RunAsync("verify", "--gold", "1", "--answer", "1", "--rule", "mine");

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith("synthfarm: --rule is 'mine'; allowed are synthfarm, hendrycks, prm800k, minerva, gsm8k-strict, gsm8k-flexible.\n", result.Error);
    }

    [Fact]
    public async Task File_gets_a_panel_on_each_line_and_a_summary_on_standard_error()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("pairs.jsonl", "{\"gold\":\"1\",\"answer\":\"#### 1\",\"panel\":\"old\"}\n{\"gold\":\"x\",\"answer\":\"y\"}\n");

        var result = await CommandRunner.RunAsync("verify", "--file", file, "--panel");

        Assert.Equal(0, result.ExitCode);
        var lines = result.Output.TrimEnd('\n').Split('\n').Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal([true, false], lines.Select(line => line.GetProperty("panel").GetProperty("disagree").GetBoolean()));
        Assert.Equal(["correct", "wrong", "wrong", "wrong", "correct", "correct"], lines[0].GetProperty("panel").GetProperty("rules").EnumerateArray().Select(rule => rule.GetProperty("verdict").GetString()));
        Assert.StartsWith("2 pairs; the rules disagree on 1.\n", result.Error);
        Assert.Contains("one says correct", result.Error);
    }

    [Fact]
    public async Task Hostile_and_huge_lines_are_named_or_judged()
    {
        using var folder = new TemporaryFolder();
        var deep = string.Concat(Enumerable.Repeat("\\\\frac{", 20_000));
        var good = folder.Write("good.jsonl", $$$$"""
            {"gold":"1","answer":"{{{{deep}}}}"}
            {"gold":"{{{{new string('9', 100_000)}}}}","answer":"{{{{new string('9', 99_999)}}}}8"}
            {"gold":"9^{9^{9^{9}}}","answer":"9^{9^{9^{8}}}"}
            {"gold":"1","answer":"\u001b[31m\u0000\ud83d\ude00"}
            """);
        var bad = folder.Write("bad.jsonl", $"{{\"gold\":\"1\",\"answer\":\"{new string('x', 2_000_000)}\"}}\n{{\"gold\":\"\\ud800\",\"answer\":\"1\"}}\n{{\"gold\":\"1\",\"gold\":\"2\",\"answer\":\"1\"}}\n");

        var judged = await CommandRunner.RunAsync("verify", "--file", good, "--panel");
        var refused = await CommandRunner.RunAsync("verify", "--file", bad);

        Assert.Equal(0, judged.ExitCode);
        Assert.Equal(4, judged.Output.TrimEnd('\n').Split('\n').Length);
        Assert.DoesNotContain('\u001b', judged.Output);
        Assert.Equal((2, ""), (refused.ExitCode, refused.Output));
        Assert.Equal(
            [
                $"synthfarm: {bad}:1:1048577: found a line of 2000024 bytes; allowed are 1048576.",
                $"synthfarm: {bad}:2:9: \"gold\" holds half of a surrogate pair, which is no text.",
                $"synthfarm: {bad}:3:13: the field \"gold\" stands twice.",
            ],
            refused.Error.TrimEnd('\n').Split('\n'));
    }
}
