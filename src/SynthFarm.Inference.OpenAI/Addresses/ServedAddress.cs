using SynthFarm.Core.Chat;
using SynthFarm.Inference.Engine;

namespace SynthFarm.Inference.OpenAI.Addresses;

/// <summary>
/// The address of a served model: <c>openai:URL?model=NAME&amp;...</c>, <c>prm:URL?...</c> or <c>judge:openai:URL?...</c>. Several servers of one model are
/// separated by commas, each with <c>*WEIGHT</c> behind it where they are not alike. Values are percent-decoded.
/// </summary>
public sealed record ServedAddress
{
    public required ServedKind Kind { get; init; }

    /// <summary>The servers, at least one.</summary>
    public required IReadOnlyList<EndpointAddress> Endpoints { get; init; }

    /// <summary>The name the servers know the model by (<c>model</c>).</summary>
    public required string Model { get; init; }

    /// <summary>Which weights (<c>revision</c>). Default null: as <c>/v1/models</c> tells, where its <c>root</c> is NAME@HASH.</summary>
    public string? Revision { get; init; }

    /// <summary>
    /// Whether vLLM's additions are used (<c>server=vllm</c>, the default): tokens in and out, stop strings that are told. With <c>server=openai</c> a policy
    /// sends text and OpenAI's own fields, and cuts each step off itself.
    /// </summary>
    public bool HasExtras { get; init; } = true;

    /// <summary>Whether a policy is asked at <c>/chat/completions</c> (<c>api=chat</c>) rather than <c>/completions</c>. Default false.</summary>
    public bool IsChat { get; init; }

    /// <summary>How the conversation is written (<c>template</c>). Default null: contents alone, as the shipped models read it.</summary>
    public ChatTemplate? Template { get; init; }

    /// <summary>A prompt file, or the name of one that ships (<c>prompt</c>). Default null: the statement alone.</summary>
    public string? Prompt { get; init; }

    /// <summary>What ends a step (<c>step=line</c> or <c>paragraph</c>). Default a line feed.</summary>
    public string Delimiter { get; init; } = "\n";

    /// <summary>
    /// Whether all steps of a draw are asked for in one request (<c>choices=together</c>) rather than each with its own seed (<c>each</c>, the default).
    /// </summary>
    public bool IsTogether { get; init; }

    /// <summary>How a reward model is asked (<c>dialect</c>). Default plain.</summary>
    public RewardDialect Dialect { get; init; } = RewardDialect.Plain;

    /// <summary>Whether a plain reward model reads the policy's tokens (<c>tokens=policy</c>) rather than its text (<c>own</c>, the default).</summary>
    public bool ReadsPolicyTokens { get; init; }

    /// <summary>Most requests in progress at one server (<c>concurrency</c>). Default 64. 1 to 4096. Fewer are sent when it is slow or refuses.</summary>
    public int MaxConcurrency { get; init; } = 64;

    /// <summary>How long nothing may come before a request is given up and sent again (<c>silence</c>). Default 120 s. 1 to 86,400.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>How often one request may be answered wrongly before its problem fails (<c>tries</c>). Default 20. 1 to 1000. Outages do not count.</summary>
    public int Tries { get; init; } = 20;
}
