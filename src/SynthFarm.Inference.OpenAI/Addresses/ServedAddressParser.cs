using System.Globalization;
using SynthFarm.Core.Chat;
using SynthFarm.Core.Models;
using SynthFarm.Inference.Engine;
using SynthFarm.Inference.OpenAI.Prompts;

namespace SynthFarm.Inference.OpenAI.Addresses;

/// <summary>Reads addresses of served models.</summary>
public static class ServedAddressParser
{
    private const int MostEndpoints = 64;

    private static readonly (string Prefix, ServedKind Kind)[] _prefixes =
        [("openai:", ServedKind.Policy), ("prm:", ServedKind.Reward), ("judge:openai:", ServedKind.Judge)];

    private static readonly string[] _common = ["model", "revision", "concurrency", "silence", "tries"];

    /// <summary>Whether the text is an address of a served model, right or wrong.</summary>
    public static bool IsServed(string uri)
    {
        ArgumentNullException.ThrowIfNull(uri);
        return _prefixes.Any(prefix => uri.StartsWith(prefix.Prefix, StringComparison.Ordinal));
    }

    /// <param name="uri">The address.</param>
    /// <param name="key">The option or key that named it, for messages.</param>
    /// <exception cref="ModelException">A part of it is wrong; the message names it. Values that could be secrets are not repeated.</exception>
    public static ServedAddress Parse(string uri, string key)
    {
        ArgumentNullException.ThrowIfNull(uri);
        var (prefix, kind) = _prefixes.First(known => uri.StartsWith(known.Prefix, StringComparison.Ordinal));
        var rest = uri[prefix.Length..];
        var at = rest.IndexOf('?', StringComparison.Ordinal);
        var address = new ServedAddress { Kind = kind, Endpoints = Endpoints(at < 0 ? rest : rest[..at], key), Model = "" };
        foreach (var option in (at < 0 ? "" : rest[(at + 1)..]).Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = option.IndexOf('=', StringComparison.Ordinal);
            var (name, value) = equals > 0 ? (option[..equals], Uri.UnescapeDataString(option[(equals + 1)..])) : (option, "");
            string[] allowed = [.. _common, .. Own(kind)];
            address = allowed.Contains(name) ? With(address, name, value, key) : throw new ModelException($"{key} has an option that is not known; known are {string.Join(", ", allowed)}.");
        }

        if (address.Model.Length == 0)
        {
            throw new ModelException($"{key} names no model; add ?model=NAME, the name its server lists at /v1/models.");
        }

        if (address.IsChat && (!address.HasExtras || address.Template is not null))
        {
            throw new ModelException($"{key} has api=chat with {(address.HasExtras ? "template, which the server has itself" : "server=openai, which cannot continue a turn that is begun; use api=completions")}.");
        }

        return address.ReadsPolicyTokens && address.Dialect != RewardDialect.Plain
            ? throw new ModelException($"{key} has tokens=policy with dialect={address.Dialect.Name}; only dialect=plain reads the policy's tokens.")
            : address;
    }

    /// <summary>The address with a relative prompt file made absolute, so that a run can be resumed from anywhere.</summary>
    public static string Absolute(string uri)
    {
        ArgumentNullException.ThrowIfNull(uri);
        const string Option = "prompt=";
        var at = uri.IndexOf('?', StringComparison.Ordinal);
        return at < 0 ? uri : uri[..(at + 1)] + string.Join('&', uri[(at + 1)..].Split('&').Select(option =>
        {
            var name = option.StartsWith(Option, StringComparison.Ordinal) ? Uri.UnescapeDataString(option[Option.Length..]) : "";
            return name.Length == 0 || PromptFile.IsShipped(name) ? option : Option + Uri.EscapeDataString(Path.GetFullPath(name));
        }));
    }

    private static string[] Own(ServedKind kind) => kind switch
    {
        ServedKind.Policy => ["server", "api", "template", "prompt", "step", "choices"],
        ServedKind.Reward => ["dialect", "tokens"],
        _ => ["template", "prompt"],
    };

    private static ServedAddress With(ServedAddress address, string name, string value, string key)
    {
        return name switch
        {
            "model" => address with { Model = value },
            "revision" => address with { Revision = value.Length > 0 ? value : throw Wrong("a name") },
            "concurrency" => address with { MaxConcurrency = (int)Number(1, 4096) },
            "silence" => address with { Silence = TimeSpan.FromSeconds(Number(1, 86_400)) },
            "tries" => address with { Tries = (int)Number(1, 1000) },
            "server" => address with { HasExtras = OneOf("vllm", "openai") },
            "api" => address with { IsChat = OneOf("chat", "completions") },
            "choices" => address with { IsTogether = OneOf("together", "each") },
            "step" => address with { Delimiter = OneOf("line", "paragraph") ? "\n" : "\n\n" },
            "tokens" => address with { ReadsPolicyTokens = OneOf("policy", "own") },
            "template" => address with { Template = ChatTemplate.Find(value) ?? throw Wrong(string.Join(", ", ChatTemplate.All.Select(template => template.Name))) },
            "dialect" => address with { Dialect = RewardDialect.Find(value) ?? throw Wrong(string.Join(", ", RewardDialect.All.Select(dialect => dialect.Name))) },
            _ => address with { Prompt = value.Length > 0 ? value : throw Wrong("a file") },
        };

        bool OneOf(string yes, string no) => value == yes || (value == no ? false : throw Wrong($"{yes}, {no}"));

        double Number(double least, double most) =>
            double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
                ? number
                : throw Wrong(string.Create(CultureInfo.InvariantCulture, $"{least} to {most}"));

        ModelException Wrong(string allowed) => new($"{key} has {name} \"{value}\"; allowed are {allowed}.");
    }

    private static List<EndpointAddress> Endpoints(string text, string key)
    {
        var endpoints = text.Split(',').Select(one => Endpoint(one, key)).ToList();
        return endpoints.Count > MostEndpoints || endpoints.DistinctBy(endpoint => endpoint.Url).Count() < endpoints.Count
            ? throw new ModelException($"{key} names a server twice, or more than {MostEndpoints}.")
            : endpoints;
    }

    private static EndpointAddress Endpoint(string text, string key)
    {
        var at = text.LastIndexOf('*');
        var weight = 1.0;
        if (at >= 0 && !(double.TryParse(text[(at + 1)..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out weight) && weight is > 0 and <= 1000))
        {
            throw new ModelException($"{key} gives a server a weight that is none; allowed are numbers above 0 and at most 1000.");
        }

        var isUrl = Uri.TryCreate(at < 0 ? text : text[..at], UriKind.Absolute, out var url) && url.Scheme is "http" or "https";
        return !isUrl ? throw new ModelException($"{key} names a server without a URL; allowed are http://HOST:PORT/v1 and https://HOST/v1.")
            : url!.UserInfo.Length > 0 ? throw new ModelException($"{key} has a name or password before the host; give the key in SYNTHFARM_OPENAI_API_KEY.")
            : new EndpointAddress(new Uri(url.GetLeftPart(UriPartial.Path).TrimEnd('/')), weight);
    }
}
