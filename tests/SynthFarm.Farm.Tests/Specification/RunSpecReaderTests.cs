using System.Text;
using SynthFarm.Core.LongThoughts;
using SynthFarm.Core.Selection.Mixture;
using SynthFarm.Farm.Specification;

namespace SynthFarm.Farm.Tests.Specification;

public sealed class RunSpecReaderTests
{
    [Fact]
    public void Later_layers_override_earlier_ones_key_by_key()
    {
        var spec = Read(
            """
            {
              // A comment, and a trailing comma.
              "budget": { "maxTokens": 100, "maxDepth": 5, },
              "search": { "beam": { "width": 2 } },
              "concurrency": 3,
            }
            """,
            new() { ["SYNTHFARM__BUDGET__MAXTOKENS"] = "200", ["synthfarm__concurrency"] = "4", ["PATH"] = "/bin", ["SYNTHFARM_TOKEN"] = "x" },
            new SpecSetting("concurrency", "5", "--concurrency"), SpecSetting.Parse("longThoughts.wrongBranch=random"), SpecSetting.Parse("policy=file:/a=b"));
        Assert.Equal((200, 5, 2, 5), (spec.Budget.MaxTokens, spec.Budget.MaxDepth, spec.Search.Beam.Width, spec.Concurrency));
        Assert.Equal((WrongBranchChoice.Random, "file:/a=b", 4), (spec.LongThoughts.WrongBranch, spec.Policy, spec.Search.Beam.SamplesPerStep));
    }

    [Fact]
    public void Nothing_given_is_the_defaults() => Same(new RunSpec(), RunSpecReader.Read(new SpecSources()));

    [Fact]
    public void An_unknown_key_is_named_with_its_place_and_the_nearest_name() => Fails(
        "{\n  \"seed\": 1,\n  \"budget\": { \"maxToken\": 5 }\n}",
        "farm.json:3:15: unknown key \"budget.maxToken\"; did you mean \"maxTokens\"? allowed here are maxCalls, maxDepth, maxSeconds, maxStepTokens, maxSteps, maxTokens.");

    [Theory]
    [InlineData("\"filters\": { \"forbiddenWords\": [null] }", "selection.filters.forbiddenWords is [null]")]
    [InlineData("\"mixture\": { \"targets\": [null] }", "selection.mixture.targets is [null]")]
    [InlineData("\"mixture\": { \"targets\": [{ \"value\": 0.5 }] }", "selection.mixture.targets is [{ \"value\": 0.5 }]")]
    public void A_list_with_nothing_in_a_place_is_refused_by_its_key(string section, string found)
    {
        var error = Assert.Throws<SpecException>(() => Read($"{{ \"selection\": {{ {section} }} }}", []));
        Assert.Contains(found, Assert.Single(error.Faults).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_wrong_is_told_at_once_in_the_order_it_was_written()
    {
        var error = Assert.Throws<SpecException>(() => Read(
            "{\n \"concurrency\": 0,\n \"seed\": -1,\n \"sampling\": 3,\n \"ä\": 1, \"search\": { \"name\": \"bfs\" },\n \"policy\": null }",
            new() { ["SYNTHFARM__BUDGET__MAXDEPTH"] = "deep" },
            new SpecSetting("budget.maxSteps", "0", "--set budget.maxSteps"), SpecSetting.Parse("nope.x=1"), SpecSetting.Parse("publish.configs=sft,bpo"),
            SpecSetting.Parse("preferences.step.margin=0"), SpecSetting.Parse("preferences.answer.rule=margin"), SpecSetting.Parse("labels.source=value")));
        Assert.Equal(
            [
                "farm.json:2:2: concurrency is 0; allowed are 1 to 4096.",
                "farm.json:3:2: seed is -1; allowed is a whole number from 0 to 18446744073709551615.",
                "farm.json:4:2: sampling is 3; it is a section with the keys temperature, topK, topP.",
                "farm.json:5:2: unknown key \"ä\"; allowed here are budget, commit, concurrency, journal, labels, limits, longThoughts, panel, policy, preferences, publish, reward, round, sampling, search, seed, selection, served.",
                "farm.json:5:22: search.name is \"bfs\"; allowed are beam, best-of-n, dvts, mcts, mctsg, omega.",
                "farm.json:6:2: policy is null; allowed is text.",
                "environment variable SYNTHFARM__BUDGET__MAXDEPTH: budget.maxDepth is \"deep\"; allowed is a whole number.",
                "--set budget.maxSteps: budget.maxSteps is 0; at least 1 is allowed.",
                "--set nope.x: unknown key \"nope\"; allowed here are budget, commit, concurrency, journal, labels, limits, longThoughts, panel, policy, preferences, publish, reward, round, sampling, search, seed, selection, served.",
                "--set publish.configs: publish.configs is \"sft,bpo\"; allowed are all, or some of sft, shortcut, dpo, dpo_pairs, dpo_steps, dpo_thoughts, prm, rl, kto, kto_messages, processbench, trees, rejections with commas between them.",
                "--set preferences.step.margin: preferences.step.margin is 0; allowed are above 0 to 1000.",
                "--set preferences.answer.rule: preferences.answer.rule is margin; allowed are random, perplexity.",
                "--set labels.source: labels.source is value; allowed are auto, checker, verdict, monteCarlo, outcomes, reward.",
            ],
            error.Faults.Select(fault => fault.ToString()));
    }

    [Theory]
    [InlineData("[]", "farm.json:1:1: a specification is a JSON object in braces.")]
    [InlineData("{\"seed\": 1,\n \"seed\": 2}", "farm.json:2:2: key \"seed\" stands twice; first at farm.json:1:2.")]
    [InlineData("{\n\"seed\": }", "farm.json:2:9: not JSON: ")]
    public void A_broken_file_is_named_by_line_and_column(string json, string expected)
    {
        var error = Assert.Throws<SpecException>(() => Read(json, []));
        Assert.StartsWith(expected, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("seed")]
    [InlineData("=1")]
    public void A_setting_without_key_or_value_is_refused(string text) => Assert.Throws<SpecException>(() => SpecSetting.Parse(text));

    [Fact]
    public void What_is_written_reads_back_the_same()
    {
        var spec = new RunSpec { Seed = ulong.MaxValue, Policy = "openai:http://h:1/v1?model=\"ü\"", LongThoughts = new() { WrongBranch = WrongBranchChoice.Random } };
        Same(spec, RunSpecReader.Parse(RunSpecReader.Write(spec), "run.json"));
    }

    [Fact]
    public void Bounds_may_be_null_and_lists_are_read_item_by_item()
    {
        var filters = Read(
            """{ "selection": { "filters": { "minTokens": 5, "maxTokens": null, "forbiddenWords": ["wait", "as an AI"] } } }""",
            [], SpecSetting.Parse("selection.filters.minTokens=null"), SpecSetting.Parse("""selection.mixture.targets=[{"topic":"a.b = c","value":0.25}]""")).Selection;
        Assert.Equal((null, null), (filters.Filters.MinTokens, filters.Filters.MaxTokens));
        Assert.Equal(["wait", "as an AI"], filters.Filters.ForbiddenWords);
        Assert.Equal([new TopicValue("a.b = c", 0.25)], filters.Mixture.Targets);
    }

    [Theory]
    [InlineData("""{ "budget": { "rows": "ten" } }""", "selection.budget.rows is \"ten\"; allowed is a whole number, or null.")]
    [InlineData("""{ "rank": ["best"] }""", "selection.rank is [\"best\"]; allowed is a list, each item one of reward, fewTokens, manyTokens, lowPerplexity, highPerplexity, easy, hard, manyBacktracks.")]
    [InlineData("""{ "mixture": { "targets": [{ "name": 1 }] } }""", "selection.mixture.targets is [{ \"name\": 1 }]; allowed is a list, each item an object with the keys topic, value.")]
    [InlineData("""{ "filters": { "minSteps": 9, "maxSteps": 3 } }""", "selection.filters.maxSteps is 3; at least selection.filters.minSteps, 9, is allowed.")]
    [InlineData("""{ "caps": { "perTopics": 9 } }""", "unknown key \"selection.caps.perTopics\"; did you mean \"perTopic\"? allowed here are perAnswer, perProblem, perTopic.")]
    public void A_wrong_option_of_a_selection_names_option_value_and_bound(string selection, string expected)
    {
        var error = Assert.Throws<SpecException>(() => Read($"{{ \"selection\": {selection} }}", []));
        Assert.EndsWith($": {expected}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Shipped_defaults_file_is_complete_and_holds_the_defaults()
    {
        var path = Path.Combine(Repository(), "deploy", "synthfarm.defaults.json");
        var bytes = File.ReadAllBytes(path);
        Same(new RunSpec(), RunSpecReader.Read(new SpecSources { FileName = path, File = bytes }));
        var written = ConfigFileParser.Parse(bytes, path);
        Assert.Equal(RunSpecReader.Keys, Leaves(written, "").Order(StringComparer.Ordinal));
        var lines = Encoding.UTF8.GetString(bytes).Split('\n');
        Assert.All(lines.Index().Where(line => line.Item.Contains("\": ", StringComparison.Ordinal)), line =>
            Assert.StartsWith("//", lines[line.Index - 1].Trim(), StringComparison.Ordinal));
    }

    [Fact]
    public void Page_on_selection_names_every_key()
    {
        var page = File.ReadAllText(Path.Combine(Repository(), "docs", "selection.md"));
        var keys = RunSpecReader.Keys.Where(key => key.StartsWith("selection.", StringComparison.Ordinal)).Select(key => key[(key.LastIndexOf('.') + 1)..]);
        Assert.All(keys, key => Assert.Matches($"[`.]{key}`", page));
    }

    private static IEnumerable<string> Leaves(ConfigNode node, string path) => node is ConfigObject section
        ? section.Members.SelectMany(member => Leaves(member.Value, path.Length == 0 ? member.Key : $"{path}.{member.Key}"))
        : [path];

    // Lists compare by reference, so what is written is compared: every key.
    private static void Same(RunSpec expected, RunSpec found) => Assert.Equal(RunSpecReader.Write(expected), RunSpecReader.Write(found));

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SynthFarm.sln")))
        {
            folder = folder.Parent;
        }

        return folder!.FullName;
    }

    private static RunSpec Read(string json, Dictionary<string, string> environment, params SpecSetting[] settings) =>
        RunSpecReader.Read(new SpecSources { FileName = "farm.json", File = Encoding.UTF8.GetBytes(json), Environment = environment, Settings = settings });

    private static void Fails(string json, string expected) => Assert.Equal(expected, Assert.Throws<SpecException>(() => Read(json, [])).Message);
}
