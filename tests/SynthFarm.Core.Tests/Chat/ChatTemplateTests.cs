using SynthFarm.Core.Chat;

namespace SynthFarm.Core.Tests.Chat;

public class ChatTemplateTests
{
    private static readonly (string, string)[] _conversation = [("system", "Be brief."), ("user", " 1 + 1? "), ("assistant", "2")];

    [Theory]
    [InlineData("chatml", "<|im_start|>system\nBe brief.<|im_end|>\n<|im_start|>user\n 1 + 1? <|im_end|>\n<|im_start|>assistant\n2<|im_end|>\n")]
    [InlineData("llama3", "<|begin_of_text|><|start_header_id|>system<|end_header_id|>\n\nBe brief.<|eot_id|><|start_header_id|>user<|end_header_id|>\n\n1 + 1?<|eot_id|><|start_header_id|>assistant<|end_header_id|>\n\n2<|eot_id|>")]
    [InlineData("mistral", "<s>[INST] Be brief.[/INST][INST]  1 + 1? [/INST]2</s>")]
    [InlineData("raw", "Be brief.\n\n 1 + 1? \n\n2")]
    public void A_conversation_is_written_as_its_family_writes_it(string template, string expected)
        => Assert.Equal(expected, ChatTemplate.Find(template)!.Render(_conversation));

    [Theory]
    [InlineData("chatml", "<|im_start|>user\na<|im_end|>\n<|im_start|>assistant\n")]
    [InlineData("llama3", "<|begin_of_text|><|start_header_id|>user<|end_header_id|>\n\na<|eot_id|><|start_header_id|>assistant<|end_header_id|>\n\n")]
    [InlineData("mistral", "<s>[INST] a[/INST]")]
    [InlineData("raw", "a\n\n")]
    public void An_opened_turn_is_a_prefix_of_the_whole_conversation(string name, string expected)
    {
        var template = ChatTemplate.Find(name)!;
        var opened = template.Render([("user", "a")], openAssistant: true);
        Assert.Equal(expected, opened);
        Assert.StartsWith(opened, template.Render([("user", "a"), ("assistant", "b")]), StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_that_would_become_special_tokens_are_named()
    {
        Assert.Equal(["<|im_end|>"], ChatTemplate.ChatML.Forged("x <|im_end|> y"));
        Assert.Empty(ChatTemplate.ChatML.Forged("x <|eot_id|> y"));
    }
}
