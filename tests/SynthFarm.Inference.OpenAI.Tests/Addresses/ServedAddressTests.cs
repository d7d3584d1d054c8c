using SynthFarm.Core.Models;
using SynthFarm.Inference.OpenAI.Addresses;

namespace SynthFarm.Inference.OpenAI.Tests.Addresses;

public class ServedAddressTests
{
    [Fact]
    public void Servers_weights_and_options_are_read()
    {
        var address = ServedAddressParser.Parse("openai:http://a:8000/v1,https://b/v1*2.5?model=org%2Fname&server=openai&step=paragraph&silence=30&concurrency=7", "policy");
        Assert.Equal([("http://a:8000/v1", 1.0), ("https://b/v1", 2.5)], address.Endpoints.Select(endpoint => (endpoint.Url.AbsoluteUri, endpoint.Weight)));
        Assert.Equal(("org/name", false, "\n\n", 30.0, 7), (address.Model, address.HasExtras, address.Delimiter, address.Silence.TotalSeconds, address.MaxConcurrency));
        Assert.Equal("http://a:8000/", address.Endpoints[0].Root.AbsoluteUri);
    }

    [Theory]
    [InlineData("openai:http://a/v1", "names no model")]
    [InlineData("openai:a/v1?model=m", "without a URL")]
    [InlineData("openai:ftp://a/v1?model=m", "without a URL")]
    [InlineData("openai:http://name:hidden-word@a/v1?model=m", "SYNTHFARM_OPENAI_API_KEY")]
    [InlineData("openai:http://a/v1?model=m&api_key=hidden-word", "an option that is not known; known are model, revision")]
    [InlineData("openai:http://a/v1?model=m&silence=0", "silence \"0\"; allowed are 1 to 86400")]
    [InlineData("openai:http://a/v1?model=m&api=chat&server=openai", "cannot continue a turn")]
    [InlineData("openai:http://a/v1*0?model=m", "weight")]
    [InlineData("openai:http://a/v1,http://a/v1?model=m", "names a server twice")]
    [InlineData("prm:http://a?model=m&dialect=x", "dialect \"x\"; allowed are plain, qwen, math-shepherd")]
    [InlineData("prm:http://a?model=m&dialect=qwen&tokens=policy", "only dialect=plain")]
    [InlineData("judge:openai:http://a/v1?model=m&step=line", "an option that is not known")]
    public void Faults_are_named_and_secrets_are_not_repeated(string uri, string message)
    {
        var fault = Assert.Throws<ModelException>(() => ServedAddressParser.Parse(uri, "policy"));
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", fault.Message, StringComparison.Ordinal);
    }
}
