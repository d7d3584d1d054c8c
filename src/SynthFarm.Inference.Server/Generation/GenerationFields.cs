using System.Text.Json;
using SynthFarm.Inference.Sampling;
using SynthFarm.Inference.Server.Fields;

namespace SynthFarm.Inference.Server.Generation;

/// <summary>Reads the fields that completions and chat completions have in common, vLLM's additions among them.</summary>
internal static class GenerationFields
{
    /// <summary>Most alternatives a token's log-probability comes with.</summary>
    public const int MostAlternatives = 20;

    private const int MostStops = 16;
    private const int LongestStop = 256;
    private const double LeastTemperature = 0.01;
    private const double MostTemperature = 5;

    /// <summary>Reads them.</summary>
    /// <param name="fields">The request.</param>
    /// <param name="maxChoices">Most choices for a prompt.</param>
    /// <param name="logProbs">Whether log-probabilities are wanted, and how many alternatives.</param>
    /// <param name="maxTokens">Most tokens, which each request calls otherwise.</param>
    public static GenerationSettings Read(RequestFields fields, int maxChoices, (bool Wanted, int Alternatives) logProbs, int? maxTokens)
    {
        RefuseOthers(fields);
        var stream = fields.Flag("stream") ?? false;
        return new GenerationSettings
        {
            Choices = fields.Integer("n", 1, maxChoices) ?? 1,
            Seed = unchecked((ulong?)fields.Long("seed", long.MinValue, long.MaxValue)),
            Sampling = ReadSampling(fields),
            MaxTokens = maxTokens,
            Stop = fields.Texts("stop", MostStops, LongestStop),
            IncludeStop = fields.Flag("include_stop_str_in_output") ?? false,
            StopTokens = ReadStopTokens(fields),
            LogProbs = logProbs.Wanted,
            Alternatives = logProbs.Alternatives,
            Stream = stream,
            StreamUsage = ReadStreamOptions(fields, stream),
            TokenIds = fields.Flag("return_token_ids") ?? false,
        };
    }

    private static SamplingParameters ReadSampling(RequestFields fields)
    {
        var temperature = fields.Number("temperature", 0, MostTemperature) ?? 1;
        if (temperature is > 0 and < LeastTemperature)
        {
            fields.Fault("temperature", $"Invalid 'temperature': {temperature} is between 0 (the most likely token) and {LeastTemperature}, the least that is drawn with.", "decimal_below_min_value");
            temperature = 1;
        }

        var topP = fields.Number("top_p", 0, 1) ?? 1;
        if (topP == 0)
        {
            fields.Fault("top_p", "Invalid 'top_p': expected a value above 0.", "decimal_below_min_value");
            topP = 1;
        }

        return new SamplingParameters
        {
            Temperature = temperature,
            TopP = topP,
            TopK = Math.Max(0, fields.Integer("top_k", -1, int.MaxValue) ?? 0),
            MinP = fields.Number("min_p", 0, 1) ?? 0,
        };
    }

    private static int[] ReadStopTokens(RequestFields fields)
    {
        if (fields.Take("stop_token_ids") is not { } value)
        {
            return [];
        }

        if (value.ValueKind == JsonValueKind.Array)
        {
            return fields.TokenIds("stop_token_ids", value);
        }

        fields.WrongType("stop_token_ids", "an array of token ids", value);
        return [];
    }

    private static bool ReadStreamOptions(RequestFields fields, bool stream)
    {
        if (fields.Take("stream_options") is not { } value)
        {
            return false;
        }

        if (value.ValueKind != JsonValueKind.Object)
        {
            fields.WrongType("stream_options", "an object", value);
            return false;
        }

        if (!stream)
        {
            fields.Fault("stream_options", "Invalid 'stream_options': allowed only where 'stream' is true.", "invalid_value");
        }

        var options = new RequestFields(value, fields.Faults, fields.Name("stream_options."));
        var usage = options.Flag("include_usage") ?? false;
        options.Only("include_obfuscation", allowed => allowed.ValueKind == JsonValueKind.False, "false");
        options.End();
        return usage;
    }

    private static void RefuseOthers(RequestFields fields)
    {
        fields.Ignore("user", "metadata", "safety_identifier", "prompt_cache_key", "request_id");
        fields.Only("presence_penalty", value => IsNumber(value, 0), "0");
        fields.Only("frequency_penalty", value => IsNumber(value, 0), "0");
        fields.Only("repetition_penalty", value => IsNumber(value, 1), "1");
        fields.Only("min_tokens", value => IsNumber(value, 0), "0");
        fields.Only("ignore_eos", value => value.ValueKind == JsonValueKind.False, "false");
        fields.Only("skip_special_tokens", value => value.ValueKind == JsonValueKind.True, "true");
        fields.Only("logit_bias", value => value.ValueKind == JsonValueKind.Object && !value.EnumerateObject().Any(), "{}");
        fields.Unsupported("prompt_logprobs", "truncate_prompt_tokens");
    }

    private static bool IsNumber(JsonElement value, double number) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var given) && given == number;
}
