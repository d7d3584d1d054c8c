using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SynthFarm.TestKit.Models.Served;

/// <summary>A test double of a server of models that gives every request the answer a function says.</summary>
public sealed class FixedServerDouble : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Func<string, string?, (int Status, string Body)> _answer;
    private readonly Task _serving;

    /// <param name="answer">Status and JSON of an answer, by the request's path and its header <c>Authorization</c>.</param>
    public FixedServerDouble(Func<string, string?, (int Status, string Body)> answer)
    {
        _answer = answer;
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Url = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}";
        }

        _listener.Prefixes.Add($"{Url}/");
        _listener.Start();
        _serving = ServeAsync();
    }

    /// <summary>Its address.</summary>
    public string Url { get; }

    /// <summary>A list of one model as <c>/v1/models</c> has it.</summary>
    public static string Models(string name, string root) => $$"""{"object":"list","data":[{"id":"{{name}}","object":"model","root":"{{root}}","max_model_len":1024}]}""";

    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        await _serving;
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            try
            {
                var context = await _listener.GetContextAsync();
                var (status, body) = _answer(context.Request.Url!.AbsolutePath, context.Request.Headers["Authorization"]);
                context.Response.StatusCode = status;
                context.Response.ContentType = "application/json";
                context.Response.Close(Encoding.UTF8.GetBytes(body), willBlock: false);
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }
}
