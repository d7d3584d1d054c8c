using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace SynthFarm.TestKit.Models.Served;

/// <summary>
/// A test double that stands before a real server of models and hands requests on to it, one a connection, but does what a plan says wrong. <c>/health</c> and
/// <c>/v1/models</c> always answer.
/// </summary>
public sealed class ChaosServerDouble : IAsyncDisposable
{
    private readonly Uri _backend;
    private readonly Func<int, ChaosFault?> _plan;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly HttpClient _http = new() { Timeout = Timeout.InfiniteTimeSpan };
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentDictionary<ChaosFault, int> _faults = [];
    private readonly Task _serving;
    private int _requests;

    /// <param name="backend">The real server.</param>
    /// <param name="plan">What goes wrong with the n-th request, from 0; null for nothing.</param>
    public ChaosServerDouble(Uri backend, Func<int, ChaosFault?> plan)
    {
        _backend = backend;
        _plan = plan;
        _listener.Start();
        _serving = ServeAsync();
    }

    /// <summary>Its address.</summary>
    public string Url => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    /// <summary>Requests that the plan decided about.</summary>
    public int Requests => Volatile.Read(ref _requests);

    /// <summary>How often each fault was done.</summary>
    public IReadOnlyDictionary<ChaosFault, int> Faults => _faults;

    /// <summary>Whether every request meets silence, whatever the plan says.</summary>
    public bool IsSilent { get; set; }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _serving;
        _http.Dispose();
        _end.Dispose();
    }

    private async Task ServeAsync()
    {
        var answers = new ConcurrentDictionary<Task, byte>();
        while (!_end.IsCancellationRequested)
        {
            try
            {
                var answer = AnswerAsync(await _listener.AcceptTcpClientAsync(_end.Token));
                answers[answer] = 0;
                _ = answer.ContinueWith(done => answers.TryRemove(done, out _), TaskScheduler.Default);
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                break;
            }
        }

        await Task.WhenAll(answers.Keys);
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await using var stream = client.GetStream();
                var (method, path, key, body) = await ReadAsync(stream);
                var isSpared = path is "/health" or "/v1/models";
                var fault = isSpared ? null : IsSilent ? ChaosFault.Silent : _plan(Interlocked.Increment(ref _requests) - 1);
                if (fault is { } done)
                {
                    _faults.AddOrUpdate(done, 1, (_, count) => count + 1);
                }

                await AnswerAsync(stream, fault, method, path, key, body);
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or HttpRequestException)
            {
                // The client went away, or the test is over.
            }
        }
    }

    private async Task AnswerAsync(NetworkStream stream, ChaosFault? fault, string method, string path, string? key, byte[] body)
    {
        switch (fault)
        {
            case ChaosFault.BusyWithTime:
                await WriteAsync(stream, "429 Too Many Requests", "Retry-After: 1\r\n", Error("come again"));
                return;
            case ChaosFault.Busy:
                await WriteAsync(stream, "429 Too Many Requests", "", Error("too many"));
                return;
            case ChaosFault.Unavailable:
                await WriteAsync(stream, "503 Service Unavailable", "", Error("restarting"));
                return;
            case ChaosFault.WrongJson:
                await WriteAsync(stream, "200 OK", "Content-Type: application/json\r\n", Encoding.UTF8.GetBytes("{\"choices\":[{\"index\":\"none\""));
                return;
            case ChaosFault.HangAfterHead:
                await WriteHeadAsync(stream, "200 OK", "Content-Type: text/event-stream\r\n");
                await Task.Delay(Timeout.Infinite, _end.Token);
                return;
            case ChaosFault.Silent:
                await WriteHeadAsync(stream, "200 OK", "Content-Type: text/event-stream\r\n");
                while (true)
                {
                    await stream.WriteAsync(": still here\n\n"u8.ToArray(), _end.Token);
                    await Task.Delay(100, _end.Token);
                }
        }

        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(_backend, path));
        request.Content = method == "POST" ? new ByteArrayContent(body) { Headers = { { "Content-Type", "application/json" } } } : null;
        request.Headers.TryAddWithoutValidation("Authorization", key);
        using var answer = await _http.SendAsync(request, _end.Token);
        var bytes = Spoiled(await answer.Content.ReadAsByteArrayAsync(_end.Token), fault);
        await WriteHeadAsync(stream, $"{(int)answer.StatusCode} {answer.ReasonPhrase}", $"Content-Type: {answer.Content.Headers.ContentType}\r\nContent-Length: {bytes.Length}\r\n");
        var size = fault == ChaosFault.SlowDrip ? Math.Max(1, bytes.Length / 10) : bytes.Length;
        var sent = fault == ChaosFault.Truncated ? bytes.Length / 2 : bytes.Length;
        for (var at = 0; at < sent; at += size)
        {
            await stream.WriteAsync(bytes.AsMemory(at, Math.Min(size, sent - at)), _end.Token);
            await Task.Delay(fault == ChaosFault.SlowDrip ? 30 : 0, _end.Token);
        }
    }

    /// <summary>Takes choices out of a stream, or puts them in again.</summary>
    private static byte[] Spoiled(byte[] answer, ChaosFault? fault)
    {
        if (fault is not (ChaosFault.FewerChoices or ChaosFault.DuplicateIndices))
        {
            return answer;
        }

        var events = Encoding.UTF8.GetString(answer).Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
        var choices = events.Where(text => text.Contains("\"index\":", StringComparison.Ordinal)).ToList();
        if (choices.Count == 0)
        {
            return answer;
        }

        var last = choices.Max(Index);
        var kept = fault == ChaosFault.FewerChoices
            ? events.Where(text => !choices.Contains(text) || Index(text) != last)
            : choices.Concat(events);
        return Encoding.UTF8.GetBytes(string.Concat(kept.Select(text => text + "\n\n")));
    }

    private static int Index(string text) => JsonNode.Parse(text[(text.IndexOf(':', StringComparison.Ordinal) + 1)..])!["choices"]?[0]?["index"]?.GetValue<int>() ?? 0;

    private static byte[] Error(string message) => Encoding.UTF8.GetBytes($"{{\"error\":{{\"message\":\"{message}\",\"type\":\"server_error\"}}}}");

    private static async Task<(string Method, string Path, string? Key, byte[] Body)> ReadAsync(NetworkStream stream)
    {
        var bytes = new List<byte>();
        var buffer = new byte[16 << 10];
        int end;
        while ((end = Encoding.Latin1.GetString([.. bytes]).IndexOf("\r\n\r\n", StringComparison.Ordinal)) < 0)
        {
            await FillAsync();
        }

        var lines = Encoding.Latin1.GetString([.. bytes[..end]]).Split("\r\n");
        var length = int.Parse(Header("Content-Length") ?? "0", CultureInfo.InvariantCulture);
        while (bytes.Count < end + 4 + length)
        {
            await FillAsync();
        }

        var first = lines[0].Split(' ');
        return (first[0], first[1], Header("Authorization"), [.. bytes[(end + 4)..]]);

        string? Header(string name) => lines.FirstOrDefault(line => line.StartsWith(name + ": ", StringComparison.OrdinalIgnoreCase))?[(name.Length + 2)..];

        async Task FillAsync()
        {
            var count = await stream.ReadAsync(buffer);
            bytes.AddRange(count > 0 ? buffer[..count] : throw new IOException("The request ends early."));
        }
    }

    private async Task WriteAsync(NetworkStream stream, string status, string headers, byte[] body)
    {
        await WriteHeadAsync(stream, status, $"{headers}Content-Length: {body.Length}\r\n");
        await stream.WriteAsync(body, _end.Token);
    }

    private Task WriteHeadAsync(NetworkStream stream, string status, string headers) =>
        stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\n{headers}Connection: close\r\n\r\n"), _end.Token).AsTask();
}
