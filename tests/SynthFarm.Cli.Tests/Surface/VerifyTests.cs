namespace SynthFarm.Cli.Tests.Surface;

public class VerifyTests
{
    [Fact]
    public async Task Pair_is_judged_and_any_verdict_is_a_normal_end()
    {
        var right = await CommandRunner.RunAsync("verify", "--gold", "1/2", "--answer", "So it is 0.5.\nAnswer: 0.5");
        var wrong = await CommandRunner.RunAsync("verify", "--gold", "13", "--answer", "-5", "--output", "json");

        Assert.Equal((0, "correct: the numbers are equal: 1/2 (number-equality)\n"), (right.ExitCode, right.Output));
        Assert.Equal((0, """{"verdict":"wrong","reason":"the answer is 13, not -5","rule":"number-equality"}""" + "\n"), (wrong.ExitCode, wrong.Output));
    }

    [Fact]
    public async Task File_is_given_back_line_by_line_with_other_fields_as_they_were()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("pairs.jsonl", "\uFEFF{\"x\": {\"a\": [1, 2.50]}, \"gold\":\"24\",\"answer\":\"4*6\",\"kind\":\"countdown\",\"meta\":{\"numbers\":[4,6],\"target\":24}}\r\n\n{\"gold\":\"dog\",\"answer\":\"cat\",\"verdict\":\"old\"}");

        var result = await CommandRunner.RunAsync("verify", "--file", file);

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(
            "{\"x\":{\"a\": [1, 2.50]},\"gold\":\"24\",\"answer\":\"4*6\",\"kind\":\"countdown\",\"meta\":{\"numbers\":[4,6],\"target\":24},"
            + "\"verdict\":\"correct\",\"reason\":\"the expression makes 24\",\"rule\":\"countdown-expression\"}\n"
            + "{\"gold\":\"dog\",\"answer\":\"cat\",\"verdict\":\"wrong\",\"reason\":\"the answer is 'dog', not 'cat'\",\"rule\":\"text-equality\"}\n",
            result.Output);
    }

    [Fact]
    public async Task File_with_bad_lines_gives_every_fault_and_no_output()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("pairs.jsonl", "{\"gold\":\"1\",\"answer\":\"1\"}\n{\"gold\":\"é\",\"answer\":0.5}\n[]\n{\"gold\":\"a\"}\n{\"gold\":\"a\",\"answer\":\"b\"} x");

        var result = await CommandRunner.RunAsync("verify", "--file", file);

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Equal(
            [
                $"synthfarm: {file}:2:22: \"answer\" is a number; a string is allowed.",
                $"synthfarm: {file}:3:1: a JSON object with \"gold\" and \"answer\" is expected.",
                $"synthfarm: {file}:4:1: \"answer\" is missing; it must be a string.",
                $"synthfarm: {file}:5:27: not JSON: 'x' is invalid after a single JSON value. Expected end of data.",
            ],
            result.Error.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public async Task Line_that_is_too_long_is_a_fault_and_the_lines_behind_it_are_read()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("pairs.jsonl", $"{{\"gold\":\"1\",\"answer\":\"{new string('1', 1 << 20)}\"}}\n{{}}\n");

        var result = await CommandRunner.RunAsync("verify", "--file", file);

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Equal(
            $"synthfarm: {file}:1:1048577: found a line of 1048600 bytes; allowed are 1048576.\nsynthfarm: {file}:2:1: \"gold\" is missing; it must be a string.\n",
            result.Error);
    }
}
