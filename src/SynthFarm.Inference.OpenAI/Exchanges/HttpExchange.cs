using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SynthFarm.Inference.OpenAI.Endpoints;

namespace SynthFarm.Inference.OpenAI.Exchanges;

/// <summary>Sends one request to one server and reads its answer, once.</summary>
internal sealed class HttpExchange(HttpClient http, UsageMeter meter, ErrorText errors, TimeProvider clock)
{
    private const long MostBytes = 64L << 20;
    private const long BytesOfAnswer = 1 << 20;
    private const long BytesPerToken = 4 << 10;
    private const long BytesPerByte = 64;
    private const long MostErrorBytes = 64 << 10;
    private const string Data = "data:";

    private static readonly JsonDocumentOptions _limits = new() { MaxDepth = 32 };

    /// <exception cref="ServedFault">There is no answer, or it is not one.</exception>
    public async Task<JsonObject> SendAsync(Endpoint endpoint, ServedCall call, SilenceWatch watch)
    {
        try
        {
            using var request = Request(endpoint, call);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, watch.Token).ConfigureAwait(false);
            await using var body = await response.Content.ReadAsStreamAsync(watch.Token).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
            {
                throw Fault(response, await ReadErrorAsync(body, watch.Token).ConfigureAwait(false));
            }

            await using var bounded = new BoundedBody(body, Longest(call, request.Content?.Headers.ContentLength ?? 0));
            return call.Choices > 0 && response.Content.Headers.ContentType?.MediaType == "text/event-stream"
                ? await ReadStreamAsync(bounded, call, watch).ConfigureAwait(false)
                : await ReadWholeAsync(bounded, call, watch).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (watch.IsOver)
        {
            throw new ServedFault(FaultKind.Outage, "nothing came", e);
        }
        catch (HttpRequestException e)
        {
            throw new ServedFault(FaultKind.Outage, e.InnerException?.Message ?? e.Message, e);
        }
        catch (Exception e) when (e is IOException or HttpIOException)
        {
            throw new ServedFault(FaultKind.Outage, "the connection broke off", e);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or OverflowException or NullReferenceException or ArgumentException or DecoderFallbackException)
        {
            // Every way in which JSON can be other than it should be ends here.
            throw new ServedFault(FaultKind.Wrong, $"the answer is not what {call.Route} gives", e);
        }
    }

    /// <summary>
    /// How many bytes an answer may have: what tokens take with everything that servers tell of them, and what is told of the prompt, where a byte is at most a token
    /// and a score. As many requests as are in progress may have as much each.
    /// </summary>
    private static long Longest(ServedCall call, long sent)
    {
        // What has no body is asked once for a server; lists of models may be long.
        if (call.Body is null)
        {
            return MostBytes;
        }

        var tokens = call.Body["max_tokens"]?.GetValue<int>() ?? 0L;
        return Math.Min(MostBytes, BytesOfAnswer + (Math.Max(1, call.Choices) * ((tokens * BytesPerToken) + (sent * BytesPerByte))));
    }

    private static HttpRequestMessage Request(Endpoint endpoint, ServedCall call)
    {
        var url = new Uri((call.IsVersioned ? endpoint.Address.Versioned : endpoint.Address.Root).AbsoluteUri.TrimEnd('/') + call.Route);
        if (call.Body is null)
        {
            return new HttpRequestMessage(HttpMethod.Get, url);
        }

        var body = call.Body;
        if (call.Choices > 0)
        {
            body = body.DeepClone().AsObject();
            body["stream"] = true;
            body["stream_options"] = new JsonObject { ["include_usage"] = true };
        }

        return new HttpRequestMessage(HttpMethod.Post, url) { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, new MediaTypeHeaderValue("application/json")) };
    }

    private async Task<JsonObject> ReadStreamAsync(Stream body, ServedCall call, SilenceWatch watch)
    {
        var assembly = new CompletionAssembly(call, errors);
        using var reader = new StreamReader(body, Encoding.UTF8);
        while (await reader.ReadLineAsync(watch.Token).ConfigureAwait(false) is { } line)
        {
            // Comments, which some servers send to keep a connection open, are no progress.
            if (!line.StartsWith(Data, StringComparison.Ordinal))
            {
                continue;
            }

            var text = line.AsSpan(Data.Length).Trim();
            if (text.SequenceEqual("[DONE]"))
            {
                break;
            }

            if (assembly.Add(JsonNode.Parse(text.ToString(), documentOptions: _limits)!.AsObject()))
            {
                watch.Came();
            }

            if (assembly.IsComplete && call.CutAfter is not null)
            {
                // The server writes on behind the cut; closing the connection tells it to stop.
                break;
            }
        }

        return Counted(assembly);
    }

    private async Task<JsonObject> ReadWholeAsync(Stream body, ServedCall call, SilenceWatch watch)
    {
        var answer = (await JsonNode.ParseAsync(body, documentOptions: _limits, cancellationToken: watch.Token).ConfigureAwait(false))!.AsObject();
        watch.Came();
        if (call.Choices > 0)
        {
            var assembly = new CompletionAssembly(call, errors);
            assembly.Add(answer);
            return Counted(assembly);
        }

        if (call.Check?.Invoke(answer) == false)
        {
            throw new ServedFault(FaultKind.Wrong, $"the answer is not what {call.Route} gives");
        }

        meter.Answered(answer["usage"] is JsonObject usage ? (usage["prompt_tokens"]?.GetValue<long>() ?? 0, 0) : null);
        return answer;
    }

    /// <summary>The completion, counted once it turned out to be one.</summary>
    private JsonObject Counted(CompletionAssembly assembly)
    {
        var completion = assembly.ToCompletion().ToJson();
        meter.Answered(assembly.Usage);
        return completion;
    }

    private static async Task<string> ReadErrorAsync(Stream body, CancellationToken cancellationToken)
    {
        var bytes = new byte[MostErrorBytes];
        var count = await body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        return Encoding.UTF8.GetString(bytes, 0, count);
    }

    private ServedFault Fault(HttpResponseMessage response, string body)
    {
        var status = (int)response.StatusCode;
        var text = $"{status} {errors.OfBody(body)}".Trim();
        var isTooLong = status == 400 && (body.Contains("context_length_exceeded", StringComparison.Ordinal) || body.Contains("maximum context length", StringComparison.Ordinal));
        var kind = isTooLong ? FaultKind.TooLong
            : response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable ? FaultKind.Busy
            : status >= 500 || response.StatusCode is HttpStatusCode.RequestTimeout or HttpStatusCode.Conflict ? FaultKind.Outage
            : FaultKind.Refused;
        return new ServedFault(kind, text) { RetryAfter = kind == FaultKind.Busy ? RetryAfter(response.Headers.RetryAfter) : null };
    }

    private TimeSpan? RetryAfter(RetryConditionHeaderValue? header) =>
        header?.Delta ?? (header?.Date is { } date && date - clock.GetUtcNow() is var wait && wait > TimeSpan.Zero ? wait : null);
}
