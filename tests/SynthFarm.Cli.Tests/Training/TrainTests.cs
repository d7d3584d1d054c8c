using SynthFarm.Cli.Tests.Runs;
using SynthFarm.Cli.Tests.Surface;

namespace SynthFarm.Cli.Tests.Training;

public sealed class TrainTests(UntrainedModels models) : IClassFixture<UntrainedModels>, IDisposable
{
    private const string Row = """{"messages":[{"role":"user","content":"Compute 1 + 1."},{"role":"assistant","content":"1 + 1 = 2\nAnswer: 2"}]}""";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Sft_on_conversations_writes_a_model_that_the_policy_loader_takes()
    {
        var data = _folder.Write("rows.jsonl", Row + "\n");
        var result = await CommandRunner.RunAsync(
            "train", "sft", "--data", data, "--model", models.Policy, "--out", _folder["m"], "--steps", "3", "--batch", "1", "--checkpoint-every", "2");

        Assert.Equal((0, $"The model is in {_folder["m"]} (3 steps).\n"), (result.ExitCode, result.Output));
        Assert.StartsWith("1 rows to train on; 0 left out", result.Error);
        using var trained = Inference.Engine.EngineModel.Load(_folder["m"]);
        Assert.NotNull(trained.EosId);

        var again = await CommandRunner.RunAsync(
            "train", "sft", "--data", data, "--model", models.Policy, "--out", _folder["m"], "--steps", "3", "--batch", "1");
        Assert.Equal(2, again.ExitCode);
        Assert.Contains("holds a training already", again.Error);

        var other = await CommandRunner.RunAsync(
            "train", "sft", "--data", data, "--model", models.Policy, "--out", _folder["m"], "--steps", "4", "--batch", "1", "--resume");
        Assert.Equal(2, other.ExitCode);
        Assert.Contains("Steps was 3 and is now 4", other.Error);
    }

    [Fact]
    public async Task Rollouts_give_rows_that_prm_trains_on()
    {
        var rollouts = await CommandRunner.RunAsync(
            "train", "rollouts", "--model", models.Policy, "--problems", "2", "--samples", "2", "--out", _folder["rows"]);
        Assert.Equal(0, rollouts.ExitCode);

        var result = await CommandRunner.RunAsync(
            "train", "prm", "--data", _folder["rows"], "--model", models.Policy, "--out", _folder["m"], "--steps", "2", "--batch", "2");
        Assert.Equal((0, $"The model is in {_folder["m"]} (2 steps).\n"), (result.ExitCode, result.Output));
    }

    [Theory]
    [InlineData("{\"messages\":[]}", "rows.jsonl:1: messages must be one of the user and one of the assistant.")]
    [InlineData("{\"messages\":7}", "rows.jsonl:1: ")]
    public async Task Sft_names_the_line_that_is_no_conversation(string line, string error)
    {
        var data = _folder.Write("rows.jsonl", line);

        var result = await CommandRunner.RunAsync("train", "sft", "--data", data, "--init", "--out", _folder["m"]);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(error, result.Error);
    }
}
