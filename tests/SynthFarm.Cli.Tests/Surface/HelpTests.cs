using System.CommandLine;
using System.Text;
using SynthFarm.Cli.Commands;
using SynthFarm.TestKit;

namespace SynthFarm.Cli.Tests.Surface;

public class HelpTests
{
    [Fact]
    public void Help_of_every_command_is_as_reviewed()
    {
        var text = new StringBuilder();
        Append(text, SynthFarmCommand.Create(), []);

        Golden.Verify(text.ToString());
    }

    [Fact]
    public async Task Help_goes_to_standard_output_and_ends_with_0()
    {
        var result = await CommandRunner.RunAsync("problems", "generate", "--help");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains("Usage:\n  synthfarm problems generate [options]\n", result.Output);
    }

    private static void Append(StringBuilder text, Command command, string[] path)
    {
        using var output = new StringWriter { NewLine = "\n" };
        SynthFarmCommand.Create().Parse([.. path, "--help"]).Invoke(new InvocationConfiguration { Output = output });
        text.Append("$ ").AppendJoin(' ', ["synthfarm", .. path, "--help"]).Append('\n');
        text.AppendJoin('\n', output.ToString().Split('\n').Select(line => line.TrimEnd())).Append('\n');
        foreach (var sub in command.Subcommands)
        {
            Append(text, sub, [.. path, sub.Name]);
        }
    }
}
