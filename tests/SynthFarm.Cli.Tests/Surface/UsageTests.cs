namespace SynthFarm.Cli.Tests.Surface;

public class UsageTests
{
    [Fact]
    public async Task Unknown_command_is_a_usage_error_on_standard_error()
    {
        var result = await CommandRunner.RunAsync("genrate");

        Assert.Equal(2, result.ExitCode);
        Assert.Empty(result.Output);
        Assert.StartsWith("synthfarm: Unrecognized command or argument 'genrate'.\n", result.Error);
        Assert.EndsWith("See 'synthfarm --help'.\n", result.Error);
    }
}
