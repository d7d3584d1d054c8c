using SynthFarm.Core.Models;
using SynthFarm.Core.Randomness;
using SynthFarm.Inference.Engine;
using SynthFarm.Inference.OpenAI.Addresses;
using SynthFarm.Inference.OpenAI.Tests.Support;
using SynthFarm.Inference.Server;
using SynthFarm.TinyModels;
using Shelved = SynthFarm.Inference.Server.Models.ServedModel;

namespace SynthFarm.Inference.OpenAI.Tests.Policies;

/// <summary>Models whose tokenizer puts a token before every text, as Llama's and Mistral's do.</summary>
public sealed class BeginTokenTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("begun-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Raw_prompts_begin_as_on_the_engine_and_those_of_a_template_as_the_template_says()
    {
        using var writer = Load(TinyModelFiles.Policy);
        using var scorer = Load(TinyModelFiles.Reward);
        Assert.NotEmpty(writer.Tokenizer.PrefixIds);
        await using var server = await EngineServer.StartAsync([new Shelved("writer", writer), new Shelved("scorer", scorer)], new EngineServerOptions { Urls = ["http://127.0.0.1:0"] });
        foreach (var (template, format) in new[] { ("", PromptFormat.Raw), ("&template=chatml", new PromptFormat { Template = Core.Chat.ChatTemplate.ChatML }) })
        {
            using var policy = await OpenAsync($"openai:{server.Urls[0]}/v1?model=writer{template}");
            var request = new StepRequest { TreeId = "t", Problem = ServedTiny.Problem, Path = [], Seeds = [new Seed(1), new Seed(2)], Sampling = new SamplingOptions(), MaxTokens = 40 };
            var expected = await new EnginePolicyModel(writer, format).ProposeAsync(request, default);
            var actual = await policy.Policy!.ProposeAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(expected.Select(step => (step.Text, step.MeanLogProb)), actual.Select(step => (step.Text, step.MeanLogProb)));
        }

        var judged = new RewardRequest { TreeId = "t", Problem = ServedTiny.Problem, Path = [], Candidates = [new("25 - 14 = 11\n", scorer.Tokenizer.EncodeContinuation("25 - 14 = 11\n"), 0, StepFinish.Delimiter)] };
        foreach (var tokens in new[] { "own", "policy" })
        {
            using var reward = await OpenAsync($"prm:{server.Urls[0]}?model=scorer&tokens={tokens}");
            Assert.Equal(await new EngineRewardModel(scorer).ScoreAsync(judged, default), await reward.Reward!.ScoreAsync(judged, TestContext.Current.CancellationToken));
        }
    }

    private static Task<ServedModel> OpenAsync(string address) =>
        ServedModel.OpenAsync(ServedAddressParser.Parse(address, "test"), new ServedOptions(), TestContext.Current.CancellationToken);

    private EngineModel Load(string shipped)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, Path.GetFileName(shipped.TrimEnd('/'))));
        foreach (var file in Directory.GetFiles(shipped))
        {
            File.Copy(file, Path.Combine(folder.FullName, Path.GetFileName(file)));
        }

        var config = Path.Combine(folder.FullName, "tokenizer_config.json");
        File.WriteAllText(config, File.ReadAllText(config).Replace("\"add_bos_token\": false", "\"add_bos_token\": true", StringComparison.Ordinal));
        return EngineModel.Load(folder.FullName);
    }
}
