using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace SynthFarm.TestKit.Corpus;

/// <summary>A test double of a server: the files of a folder over HTTP on the loopback, one request a connection, with faults when a test asks for them.</summary>
public sealed class SnapshotServerDouble : IDisposable
{
    private readonly string _directory;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentQueue<ServerRequest> _requests = new();
    private readonly Task _serving;

    public SnapshotServerDouble(string directory)
    {
        _directory = directory;
        _listener.Start();
        _serving = ServeAsync();
    }

    /// <summary>Where the folder's files lie, below a path of its own.</summary>
    public string Url => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/data/snap";

    /// <summary>Asked for every request what to do wrong.</summary>
    public Func<ServerRequest, ServerFault?> Fault { get; set; } = _ => null;

    public IReadOnlyList<ServerRequest> Requests => [.. _requests];

    public void Dispose()
    {
        _end.Cancel();
        _listener.Stop();
        _serving.GetAwaiter().GetResult();
        _end.Dispose();
    }

    private async Task ServeAsync()
    {
        var answers = new List<Task>();
        while (!_end.IsCancellationRequested)
        {
            try
            {
                answers.Add(AnswerAsync(await _listener.AcceptTcpClientAsync(_end.Token)));
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                break;
            }
        }

        await Task.WhenAll(answers);
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await using var stream = client.GetStream();
                var request = Parse(await ReadHeadAsync(stream));
                _requests.Enqueue(request);
                await AnswerAsync(stream, request, Fault(request) ?? new ServerFault());
            }
            catch (Exception e) when (e is IOException or OperationCanceledException)
            {
                // The client went away, or the test is over.
            }
        }
    }

    private async Task AnswerAsync(NetworkStream stream, ServerRequest request, ServerFault fault)
    {
        if (fault.IsMute)
        {
            await Task.Delay(Timeout.Infinite, _end.Token);
        }

        var path = Path.Combine(_directory, request.Path);
        if (fault.Status is { } status || !File.Exists(path))
        {
            var more = fault.RetryAfter is null ? "" : $"Retry-After: {fault.RetryAfter}\r\n";
            more += fault.Location is null ? "" : $"Location: {fault.Location}\r\n";
            await WriteAsync(stream, $"HTTP/1.1 {fault.Status ?? 404} No\r\nContent-Length: 0\r\n{more}Connection: close\r\n\r\n");
            return;
        }

        var bytes = await File.ReadAllBytesAsync(path, _end.Token);
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]}\"";
        if (fault.FlippedByte is { } at)
        {
            bytes[at] ^= 1;
        }

        var isRange = request.From is not null && !fault.IgnoresRange && (request.IfRange is null || request.IfRange == tag);
        var from = isRange ? (int)request.From!.Value : 0;
        var head = new StringBuilder();
        var length = bytes.Length + fault.LengthLie;
        head.Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {(isRange ? "206 Partial Content" : "200 OK")}\r\n");
        head.Append(isRange ? string.Create(CultureInfo.InvariantCulture, $"Content-Range: bytes {(fault.SendsOtherRange ? from + 1 : from)}-{length - 1}/{length}\r\n") : "");
        head.Append(fault.EndlessBytes is null ? string.Create(CultureInfo.InvariantCulture, $"Content-Length: {length - from}\r\n") : "");
        head.Append(fault.HasNoTag ? "" : $"ETag: {tag}\r\n");
        head.Append(fault.Encoding is null ? "" : $"Content-Encoding: {fault.Encoding}\r\n");
        await WriteAsync(stream, $"{head}Connection: close\r\n\r\n");
        byte[] body = [.. bytes[from..], .. new byte[fault.EndlessBytes ?? 0]];
        var sent = Math.Min(body.Length, Math.Min(fault.CutAfter ?? int.MaxValue, fault.HangAfter ?? int.MaxValue));
        await stream.WriteAsync(body.AsMemory(0, sent), _end.Token);
        if (fault.HangAfter is not null)
        {
            await Task.Delay(Timeout.Infinite, _end.Token);
        }
    }

    private static async Task<string> ReadHeadAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        var buffer = new byte[4096];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            var count = await stream.ReadAsync(buffer);
            if (count == 0)
            {
                throw new IOException("The request ends early.");
            }

            head.Append(Encoding.ASCII.GetString(buffer, 0, count));
        }

        return head.ToString();
    }

    private ServerRequest Parse(string head)
    {
        var lines = head.Split("\r\n");
        var target = lines[0].Split(' ')[1].Split('?', 2);
        var prefix = new Uri(Url).AbsolutePath + "/";
        var range = Header("Range");
        return new ServerRequest(
            _requests.Count + 1,
            target[0].StartsWith(prefix, StringComparison.Ordinal) ? target[0][prefix.Length..] : "(elsewhere)",
            target.Length == 1 ? "" : "?" + target[1],
            range is null ? null : long.Parse(range["bytes=".Length..].TrimEnd('-'), CultureInfo.InvariantCulture),
            Header("If-Range"),
            Header("Authorization"));

        string? Header(string name) => lines.FirstOrDefault(l => l.StartsWith(name + ": ", StringComparison.OrdinalIgnoreCase))?[(name.Length + 2)..];
    }

    private Task WriteAsync(NetworkStream stream, string text) => stream.WriteAsync(Encoding.ASCII.GetBytes(text), _end.Token).AsTask();
}
