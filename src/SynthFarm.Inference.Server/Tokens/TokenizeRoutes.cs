using System.Text.Json;
using Microsoft.AspNetCore.Http;
using SynthFarm.Inference.Server.Chat;
using SynthFarm.Inference.Server.Fields;
using SynthFarm.Inference.Server.Generation;
using SynthFarm.Inference.Server.Hosting;
using SynthFarm.Inference.Server.Models;

namespace SynthFarm.Inference.Server.Tokens;

/// <summary>vLLM's <c>POST /tokenize</c> and <c>/detokenize</c>.</summary>
internal sealed class TokenizeRoutes(ModelShelf shelf)
{
    public async Task TokenizeAsync(HttpContext context)
    {
        using var body = await Json.ReadAsync(context).ConfigureAwait(false);
        var fields = new RequestFields(body.RootElement, new FaultList());
        var model = shelf.Find(fields, scores: null);
        var (conversation, prompt) = fields.Take("messages") is null ? (null, fields.RequiredText("prompt")) : (Conversation.Read(fields), "");
        var begin = fields.Flag("add_special_tokens") ?? false;
        var withTexts = fields.Flag("return_token_strs") ?? false;
        fields.End();
        fields.Faults.ThrowIfAny();
        var ids = conversation?.Encode(model) ?? TextTokens.Of(model, prompt, begin);
        await Json.WriteAsync(context, new Tokenized(ids.Length, model.ContextLength, ids)
        {
            TokenStrs = withTexts ? [.. ids.Select(id => TokenTexts.Of(model.Engine.Tokenizer, id))] : null,
        }).ConfigureAwait(false);
    }

    public async Task DetokenizeAsync(HttpContext context)
    {
        using var body = await Json.ReadAsync(context).ConfigureAwait(false);
        var fields = new RequestFields(body.RootElement, new FaultList());
        var model = shelf.Find(fields, scores: null);
        var tokens = Tokens(fields, model);
        fields.End();
        fields.Faults.ThrowIfAny();
        await Json.WriteAsync(context, new Detokenized(model.Engine.Tokenizer.Decode(tokens))).ConfigureAwait(false);
    }

    private static int[] Tokens(RequestFields fields, ServedModel model)
    {
        if (fields.Take("tokens") is not { } value)
        {
            fields.Missing("tokens");
            return [];
        }

        if (value.ValueKind != JsonValueKind.Array)
        {
            fields.WrongType("tokens", "an array of token ids", value);
            return [];
        }

        var tokens = fields.TokenIds("tokens", value);
        if (Array.FindIndex(tokens, id => !model.Engine.Tokenizer.Contains(id)) is >= 0 and var at)
        {
            fields.Fault("tokens", $"Invalid 'tokens': the vocabulary has no token {tokens[at]}.", "invalid_value");
        }

        return tokens;
    }
}
