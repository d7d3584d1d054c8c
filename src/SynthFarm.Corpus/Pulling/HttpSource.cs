using System.Net;
using System.Net.Http.Headers;
using SynthFarm.Corpus.Publishing;

namespace SynthFarm.Corpus.Pulling;

/// <summary>
/// Files below a URL. Ranges are asked for under the condition that the file is still the same (RFC 9110, section 13.1.5), where the server
/// has named its version by a strong entity tag.
/// </summary>
internal sealed class HttpSource : ISnapshotSource
{
    private readonly HttpClient _client;
    private readonly Uri _base;
    private readonly PullOptions _options;

    /// <param name="url">Absolute, http or https. A query, such as a shared access signature, is sent with every request and never shown.</param>
    public HttpSource(Uri url, PullOptions options)
    {
        _base = url;
        _options = options;
        Name = url.GetLeftPart(UriPartial.Path).TrimEnd('/');
        _client = new HttpClient(new SocketsHttpHandler { ConnectTimeout = options.Silence, AutomaticDecompression = DecompressionMethods.None, MaxAutomaticRedirections = 5 })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        if (options.Token is not null)
        {
            // Not sent on to where a redirection leads.
            _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", options.Token);
        }
    }

    public string Name { get; }

    /// <inheritdoc/>
    public async Task<SourceFile> OpenAsync(string path, long offset, string? tag, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new UriBuilder(_base) { Path = $"{_base.AbsolutePath.TrimEnd('/')}/{path}" }.Uri);
        if (offset > 0)
        {
            request.Headers.Range = new RangeHeaderValue(offset, null);
            request.Headers.IfRange = tag is null ? null : new RangeConditionHeaderValue(tag);
        }

        var response = await SendAsync(request, path, cancellationToken).ConfigureAwait(false);
        try
        {
            return await ReadAsync(response, path, offset, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, string path, CancellationToken cancellationToken)
    {
        using var silence = new CancellationTokenSource(_options.Silence, _options.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, silence.Token);
        try
        {
            return await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new PullException($"{Name}: {path}: no answer for {_options.Silence.TotalSeconds:N0} seconds.", e) { IsTransient = true };
        }
        catch (HttpRequestException e)
        {
            throw new PullException($"{Name}: {path}: {e.Message}", e) { IsTransient = true };
        }
    }

    private async Task<SourceFile> ReadAsync(HttpResponseMessage response, string path, long offset, CancellationToken cancellationToken)
    {
        var headers = response.Content.Headers;
        switch (response.StatusCode)
        {
            case HttpStatusCode.OK or HttpStatusCode.PartialContent when headers.ContentEncoding.Count > 0:
                throw new PullException($"{Name}: {path} comes encoded as {string.Join(", ", headers.ContentEncoding)}, which was not asked for.");
            case HttpStatusCode.OK:
                return await FileAsync(0, headers.ContentLength).ConfigureAwait(false);
            case HttpStatusCode.PartialContent when headers.ContentRange is { Unit: "bytes", From: { } from } range && from == offset && offset > 0:
                return await FileAsync(offset, range.Length).ConfigureAwait(false);
            case HttpStatusCode.PartialContent:
                throw new PullException($"{Name}: {path}: asked for the bytes from {offset} on, the server sends \"{headers.ContentRange}\".");
            case HttpStatusCode.RequestedRangeNotSatisfiable when offset > 0:
                throw new PullException($"{Name}: {path} has no bytes from {offset} on.") { IsTransient = true, IsRangeRefused = true };
            default:
                throw Refused(response, path);
        }

        async Task<SourceFile> FileAsync(long from, long? length)
        {
            var strong = response.Headers.ETag is { IsWeak: false } tag ? tag.Tag : null;
            return new SourceFile(await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false), from, length, strong, response);
        }
    }

    private PullException Refused(HttpResponseMessage response, string path)
    {
        var status = (int)response.StatusCode;
        var hint = response.StatusCode switch
        {
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden when _options.Token is null => "; it wants a token (--token-file or SYNTHFARM_TOKEN)",
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => "; the token is not accepted",
            HttpStatusCode.NotFound when path == SnapshotManifest.FileName => "; is this the address of a snapshot's folder?",
            _ => "",
        };
        var wait = response.Headers.RetryAfter is { } after ? after.Delta ?? (after.Date - _options.Clock.GetUtcNow()) : null;
        return new PullException($"{Name}: {path}: the server answers {status}{hint}.")
        {
            IsTransient = response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout || status is >= 500 and not 501 and not 505,
            RetryAfter = wait < TimeSpan.Zero ? TimeSpan.Zero : wait,
        };
    }
}
