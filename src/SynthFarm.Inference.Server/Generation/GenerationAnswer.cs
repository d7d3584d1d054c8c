using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using SynthFarm.Inference.Engine;
using SynthFarm.Inference.Server.Errors;
using SynthFarm.Inference.Server.Hosting;

namespace SynthFarm.Inference.Server.Generation;

/// <summary>Answers a request for text, whole or as a stream of server-sent events.</summary>
internal sealed class GenerationAnswer(GenerationJob job, IAnswerShape shape, Action<string>? log)
{
    public async Task WriteAsync(HttpContext context)
    {
        if (job.Settings.Stream)
        {
            await StreamAsync(context, context.RequestAborted).ConfigureAwait(false);
            return;
        }

        var samples = await job.RunAsync(null, context.RequestAborted).ConfigureAwait(false);
        await Json.WriteAsync(context, shape.Whole(samples, job.UsageOf(samples))).ConfigureAwait(false);
    }

    private async Task StreamAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var tokens = Channel.CreateUnbounded<TokenEvent>(new UnboundedChannelOptions { SingleReader = true });
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var work = RunAsync(tokens.Writer, gone.Token);
        try
        {
            // What is wrong with a request shows before its first token, while the status can still say so.
            if (!await tokens.Reader.WaitToReadAsync(cancellationToken).ConfigureAwait(false))
            {
                await work.ConfigureAwait(false);
            }

            context.Response.ContentType = "text/event-stream";
            context.Response.Headers.CacheControl = "no-cache";
            await WriteEventsAsync(context.Response, tokens.Reader, work, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await gone.CancelAsync().ConfigureAwait(false);
        }
    }

    private async Task<IReadOnlyList<GeneratedSample>> RunAsync(ChannelWriter<TokenEvent> writer, CancellationToken cancellationToken)
    {
        try
        {
            return await job.RunAsync(first => new TokenFeed(writer, first), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            writer.Complete();
        }
    }

    private async Task WriteEventsAsync(HttpResponse response, ChannelReader<TokenEvent> tokens, Task<IReadOnlyList<GeneratedSample>> work, CancellationToken cancellationToken)
    {
        var texts = Enumerable.Range(0, job.Choices).Select(_ => new ChoiceText(job.Model.Engine.Tokenizer, job.Settings.Stop)).ToArray();
        for (var choice = 0; choice < texts.Length; choice++)
        {
            await WriteAsync(response, shape.Opening(choice), cancellationToken).ConfigureAwait(false);
        }

        try
        {
            while (await tokens.WaitToReadAsync(cancellationToken).ConfigureAwait(false))
            {
                while (tokens.TryRead(out var next))
                {
                    await WriteAsync(response, Chunk(next, texts[next.Choice]), cancellationToken).ConfigureAwait(false);
                }

                await response.Body.FlushAsync(cancellationToken).ConfigureAwait(false);
            }

            var samples = await work.ConfigureAwait(false);
            await WriteAsync(response, job.Settings.StreamUsage ? shape.Total(job.UsageOf(samples)) : null, cancellationToken).ConfigureAwait(false);
            await response.WriteAsync("data: [DONE]\n\n", cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (!response.HttpContext.RequestAborted.IsCancellationRequested)
        {
            // The status is sent; the stream itself must say that it ended too early.
            await WriteAsync(response, new ApiErrorBody(ErrorBoundary.Explain(e, log).Error), CancellationToken.None).ConfigureAwait(false);
        }
    }

    private object? Chunk(TokenEvent next, ChoiceText text)
    {
        if (next.End is { } sample)
        {
            return shape.Closing(next.Choice, text.Finish(sample), sample);
        }

        var piece = text.Append(next.Token.Id);
        return piece.Length > 0 || job.Settings.LogProbs || job.Settings.TokenIds ? shape.Piece(piece, next) : null;
    }

    private static async Task WriteAsync(HttpResponse response, object? chunk, CancellationToken cancellationToken)
    {
        if (chunk is not null)
        {
            await response.WriteAsync($"data: {JsonSerializer.Serialize(chunk, chunk.GetType(), Json.Options)}\n\n", cancellationToken).ConfigureAwait(false);
        }
    }
}
