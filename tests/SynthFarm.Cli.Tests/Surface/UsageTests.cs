namespace SynthFarm.Cli.Tests.Surface;

public class UsageTests
{
    [Theory]
    [InlineData("genrate", "synthfarm: 'synthfarm' has no command 'genrate'; its commands are ", "See 'synthfarm --help'.\n")]
    [InlineData("doctor --output xml", "synthfarm: --output is 'xml'; allowed are text, json.\n", "See 'synthfarm doctor --help'.\n")]
    [InlineData("", "synthfarm: 'synthfarm' needs a command: ", "See 'synthfarm --help'.\n")]
    public async Task Wrong_usage_names_what_is_allowed_and_exits_with_2(string line, string first, string last)
    {
        var result = await CommandRunner.RunAsync(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(2, result.ExitCode);
        Assert.Empty(result.Output);
        Assert.StartsWith(first, result.Error);
        Assert.EndsWith(last, result.Error);
    }
}
