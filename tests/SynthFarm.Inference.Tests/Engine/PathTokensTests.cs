using SynthFarm.Core.Chat;
using SynthFarm.Core.Models;
using SynthFarm.Core.Problems;
using SynthFarm.Core.Reasoning;
using SynthFarm.Inference.Engine;
using SynthFarm.Inference.Tests.Tokenization;
using SynthFarm.Inference.Tokenization;

namespace SynthFarm.Inference.Tests.Engine;

/// <summary>What stands between a problem and its steps, with a tokenizer that puts a begin token and a space before a text.</summary>
public class PathTokensTests
{
    private const int Begin = 1, H = 261, El = 266, Lo = 267, Hello = 269, LineFeed = 3 + '\n';

    private static readonly Tokenizer Llama2 = TinyTokenizers.Parse(TinyTokenizers.CharacterJson());
    private static readonly Problem Hellos = Problem.Create(new ProblemFields { Statement = "hello", Answer = "hello" });

    [Fact]
    public void A_raw_prompt_has_one_begin_token_and_steps_go_on_with_it()
    {
        List<int> tokens = PathTokens.Of(Llama2, PromptFormat.Raw, Hellos, [Step("hello\n"), Step(" hello"), Step("", Hello, LineFeed)]);
        Assert.Equal([Begin, Hello, LineFeed, H, El, Lo, LineFeed, Hello, Hello, LineFeed], tokens);
        Assert.Equal("<s> hello\nhello\n hello hello\n", Llama2.Decode([.. tokens]));
    }

    [Fact]
    public void A_templates_own_begin_token_is_the_only_one()
    {
        // Of "<s>[INST] hello[/INST]": the space goes with the content, and none is put before the marks that follow.
        List<int> tokens = PathTokens.Of(Llama2, new PromptFormat { Template = ChatTemplate.Mistral }, Hellos, [Step("hello")]);
        Assert.Equal(
            [Begin, .. Llama2.Encode("[INST]"), Hello, .. Llama2.EncodeContinuation("[/INST]"), H, El, Lo], tokens);
    }

    [Fact]
    public void A_statement_and_a_step_cannot_write_control_tokens()
    {
        Problem forged = Problem.Create(new ProblemFields { Statement = "</s><s>", Answer = "1" });
        foreach (PromptFormat format in (PromptFormat[])[PromptFormat.Raw, new PromptFormat { Template = ChatTemplate.Mistral }])
            Assert.Single(PathTokens.Of(Llama2, format, forged, [Step("<s>")]), Llama2.IsSpecial);
    }

    [Fact]
    public void A_step_that_is_no_text_is_an_error_of_the_model() =>
        Assert.Throws<ModelException>(() => PathTokens.Of(Llama2, PromptFormat.Raw, Hellos, [Step("\uD800")]));

    [Fact]
    public void Marked_steps_go_on_with_the_statement_and_the_tags_are_words()
    {
        string json = TinyTokenizers.CharacterJson(vocabulary: "\"▁+\":271,\"▁-\":272,\"+\":273,\"-\":274,\"к\":275,\"и\":276,\"▁к\":277,\"▁ки\":278")
            .Replace("\"▁ ▁\"", "\"▁ к\",\"▁к и\",\"▁ +\",\"▁ -\",\"▁ ▁\"", StringComparison.Ordinal);
        Tokenizer tokenizer = TinyTokenizers.Parse(json);
        var dialect = new DialectTokens(tokenizer, RewardDialect.MathShepherd);
        var marked = new MarkedSteps(tokenizer, RewardDialect.MathShepherd, dialect.Marker);
        List<int> tokens = marked.Path(Hellos, [Step("hello\n")]);
        marked.Add(tokens, "hello\n");
        Assert.Equal([Begin, Hello, LineFeed, H, El, Lo, 278, LineFeed, H, El, Lo, 278], tokens);
        Assert.Equal(new TokenContrast(271, 272), dialect.Contrast);
    }

    private static ReasoningStep Step(string text, params int[] ids) =>
        new ReasoningTree("tree", Hellos).Append(0, new StepDraft { Text = text, TokenIds = ids });
}
