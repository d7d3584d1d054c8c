using System.Text.Json;
using SynthFarm.Cli.Tests.Surface;
using SynthFarm.Corpus.Publishing;
using SynthFarm.Corpus.Store;
using SynthFarm.TestKit.Corpus;

namespace SynthFarm.Cli.Tests.Corpus;

public sealed class PullAndDiffTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Pull_copies_from_a_server_with_its_token_and_never_shows_it()
    {
        var snapshot = await PublishAsync("s", 8);
        using var server = new SnapshotServerDouble(snapshot) { Fault = r => r.Authorization == "Bearer hidden-t0ken" ? null : new ServerFault { Status = 401 } };
        var refused = await CommandRunner.RunAsync("corpus", "pull", server.Url, "--out", _folder["p"]);
        Assert.Equal((1, ""), (refused.ExitCode, refused.Output));
        Assert.StartsWith("synthfarm: ", refused.Error);
        Assert.Contains("401; it wants a token (--token-file or SYNTHFARM_TOKEN)", refused.Error);

        var token = _folder.Write("token", "hidden-t0ken\n");
        var pulled = await CommandRunner.RunAsync("corpus", "pull", server.Url, "--out", _folder["p"], "--token-file", token);
        Assert.Equal(0, pulled.ExitCode);
        Assert.StartsWith($"pulled       {_folder["p"]}\n", pulled.Output);
        Assert.Matches(@"\nsft +6 train\n", pulled.Output);
        Assert.Contains("checksums match.\n", pulled.Output);
        Assert.StartsWith("sound: ", (await CommandRunner.RunAsync("corpus", "check", _folder["p"])).Output);

        var again = await CommandRunner.RunAsync(
            new Dictionary<string, string> { ["SYNTHFARM_TOKEN"] = "hidden-t0ken" }, "corpus", "pull", server.Url, "--out", _folder["p"], "--output", "json");
        Assert.True(JsonElement.Parse(again.Output).GetProperty("wasThere").GetBoolean());
        Assert.All([refused, pulled, again], result => Assert.DoesNotContain("hidden-t0ken", result.Output + result.Error));
    }

    [Theory]
    [InlineData("ftp://127.0.0.1/x", "\"ftp:\" is no address")]
    [InlineData("http://me:secret@127.0.0.1/x", "holds a user or password")]
    public async Task Pull_refuses_addresses_it_cannot_use(string source, string expected)
    {
        var result = await CommandRunner.RunAsync("corpus", "pull", source, "--out", _folder["p"]);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(expected, result.Error);
        Assert.DoesNotContain("secret", result.Error);
    }

    [Fact]
    public async Task Pull_of_an_unknown_config_or_with_an_empty_token_file_is_bad_input()
    {
        var snapshot = await PublishAsync("s", 3);
        var config = await CommandRunner.RunAsync("corpus", "pull", snapshot, "--out", _folder["p"], "--configs", "sft,sfx");
        Assert.Equal(2, config.ExitCode);
        Assert.Contains("there is no config \"sfx\"; there are sft, shortcut, ", config.Error);
        var token = await CommandRunner.RunAsync("corpus", "pull", snapshot, "--out", _folder["p"], "--token-file", _folder.Write("empty", " \n"));
        Assert.Equal(2, token.ExitCode);
        Assert.Contains("holds no token", token.Error);
    }

    [Fact]
    public async Task Diff_tells_what_came_and_why()
    {
        var (a, b) = (await PublishAsync("a", 10), await PublishAsync("b", 14));
        var text = await CommandRunner.RunAsync("corpus", "diff", a, b, "--limit", "1");
        Assert.Equal(0, text.ExitCode);
        TestKit.Golden.Verify(text.Output.Replace(a, "A-FOLDER", StringComparison.Ordinal).Replace(b, "B-FOLDER", StringComparison.Ordinal));
        var json = JsonElement.Parse((await CommandRunner.RunAsync("corpus", "diff", a, b, "--output", "json")).Output);
        Assert.Equal(4, json.GetProperty("problems").GetProperty("onlyB").GetInt32());
        Assert.False(json.GetProperty("isSame").GetBoolean());
        var missing = await CommandRunner.RunAsync("corpus", "diff", a, _folder["nothing"]);
        Assert.Equal(2, missing.ExitCode);
        Assert.Contains("is no snapshot", missing.Error);
    }

    private async Task<string> PublishAsync(string name, int problems)
    {
        using (var corpus = LiveCorpus.Open(_folder[name + "-run"], FinishedProblems.Lineage))
        {
            await corpus.CommitAsync(FinishedProblems.Mixture(problems));
        }

        await SnapshotPublisher.PublishAsync(_folder[name + "-run"], _folder[name]);
        return _folder[name];
    }
}
