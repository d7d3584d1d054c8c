using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;

namespace SynthFarm.Cli.Tests.Surface;

public class EngineServeTests
{
    [Fact]
    public async Task Serves_both_models_with_the_key_until_it_is_stopped()
    {
        using var process = CommandRunner.Start(
            new Dictionary<string, string> { ["SYNTHFARM_API_KEY"] = "secret-of-the-test" }, "engine", "serve", "--reward", "tiny", "--urls", "http://127.0.0.1:0");
        try
        {
            var url = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
            using var http = new HttpClient { BaseAddress = new Uri(url!) };
            Assert.Equal(HttpStatusCode.Unauthorized, (await http.GetAsync("/v1/models")).StatusCode);
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "secret-of-the-test");
            var models = await http.GetStringAsync("/v1/models");
            Assert.Contains("\"id\":\"tiny\"", models, StringComparison.Ordinal);
            Assert.Contains("\"id\":\"tiny-prm\"", models, StringComparison.Ordinal);

            using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
            var result = await CommandRunner.FinishAsync(process);
            Assert.Equal((0, ""), (result.ExitCode, result.Output));
            Assert.DoesNotContain("secret-of-the-test", result.Error, StringComparison.Ordinal);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }

    [Theory]
    [InlineData("engine serve --urls http://0.0.0.0:0", "\"http://0.0.0.0:0\" is open to other machines")]
    [InlineData("engine serve --urls nowhere", "\"nowhere\" is no address")]
    [InlineData("engine serve --model torch:x", "--model is \"torch:x\"")]
    [InlineData("engine serve --model tiny --max-choices 0", "--max-choices is '0'")]
    public async Task What_cannot_be_served_is_told_and_ends_with_2(string line, string message)
    {
        var result = await CommandRunner.RunAsync(line.Split(' '));

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Output);
    }
}
