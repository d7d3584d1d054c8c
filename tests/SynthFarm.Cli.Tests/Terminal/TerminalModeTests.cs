using SynthFarm.Cli.Terminal;

namespace SynthFarm.Cli.Tests.Terminal;

public class TerminalModeTests
{
    [Theory]
    [InlineData(true, null, null, true)]
    [InlineData(false, null, null, false)]
    [InlineData(true, "NO_COLOR", "1", false)]
    [InlineData(true, "NO_COLOR", "", true)]
    [InlineData(true, "CI", "true", false)]
    [InlineData(true, "TERM", "dumb", false)]
    [InlineData(true, "TERM", "xterm-256color", true)]
    public void Output_is_live_only_on_a_willing_terminal(bool isTerminal, string? name, string? value, bool expected) =>
        Assert.Equal(expected, TerminalMode.IsLive(isTerminal, asked => asked == name ? value : null));
}
