using SynthFarm.Inference.Server.Tests.Support;
using SynthFarm.TestKit.Interop;

namespace SynthFarm.Inference.Server.Tests.Clients;

/// <summary>OpenAI's own client for Node drives the server as it is; what it saw is in the script, which asserts it.</summary>
public class NodeClientTests(TinyServer tiny)
{
    [Fact]
    public void Node_client_completes_chats_streams_and_is_refused_without_the_key()
    {
        Assert.SkipWhen(NodeScripts.Missing is not null, NodeScripts.Missing ?? "");

        var lines = NodeScripts.Run("openai-client.mjs", tiny.Server.Urls[0], TinyServer.Key, TinyServer.Statement);

        Assert.Equal(["models", "completions", "completions streamed", "chat", "chat streamed", "continued", "refused"], lines);
    }
}
