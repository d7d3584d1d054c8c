using System.Security.Cryptography;
using SynthFarm.Inference.Server.Access;

namespace SynthFarm.Inference.Server;

/// <summary>What an <see cref="EngineServer"/> listens on, who may use it, and how much one request may ask for.</summary>
public sealed record EngineServerOptions
{
    /// <summary>Where it listens. Default <c>http://127.0.0.1:8000</c>. Port 0 takes a free one. Without a key only loopback addresses are allowed.</summary>
    public IReadOnlyList<string> Urls { get; init; } = ["http://127.0.0.1:8000"];

    /// <summary>The key that every request but those for <c>/health</c> must bring. Default null: none.</summary>
    public string? ApiKey { get; init; }

    /// <summary>Most choices of one request, over all its prompts. Default 128. 1 to 4096.</summary>
    public int MaxChoices { get; init; } = 128;

    /// <summary>Most texts of one pooling request. Default 256. 1 to 4096.</summary>
    public int MaxInputs { get; init; } = 256;

    /// <summary>Most requests in progress; more are told to come again (429). Default 256. 1 to 65536.</summary>
    public int MaxRequests { get; init; } = 256;

    /// <summary>Most bytes of a request's body. Default 4 MiB. 1 KiB to 1 GiB.</summary>
    public int MaxBodyBytes { get; init; } = 4 << 20;

    /// <summary>How long the engine may compute nothing while requests wait before <c>/health</c> says so. Default 60 s. At least 1 s.</summary>
    public TimeSpan StallAfter { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long requests in progress may go on once the server is stopping. Default 10 s. At least 0.</summary>
    public TimeSpan DrainFor { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Makes seeds for requests without one, and ids. Default: the system's randomness.</summary>
    public Func<ulong> Entropy { get; init; } = () => BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong)));

    /// <summary>Hears of errors that are the server's own, one line each. Default null: nobody.</summary>
    public Action<string>? Log { get; init; }

    /// <exception cref="ArgumentException">A value is out of its bounds; the message names it.</exception>
    public void Validate()
    {
        Between(nameof(MaxChoices), MaxChoices, 1, 4096);
        Between(nameof(MaxInputs), MaxInputs, 1, 4096);
        Between(nameof(MaxRequests), MaxRequests, 1, 65_536);
        Between(nameof(MaxBodyBytes), MaxBodyBytes, 1 << 10, 1 << 30);
        if (StallAfter < TimeSpan.FromSeconds(1))
        {
            throw new ArgumentException($"{nameof(StallAfter)} is {StallAfter}; at least 1 s is allowed.");
        }

        if (DrainFor < TimeSpan.Zero)
        {
            throw new ArgumentException($"{nameof(DrainFor)} is {DrainFor}; at least 0 is allowed.");
        }

        if (ApiKey is not null && !Access.ApiKey.IsUsable(ApiKey))
        {
            throw new ArgumentException($"{nameof(ApiKey)} is no key; 1 to {Access.ApiKey.MaxLength} printable ASCII characters without spaces are allowed.");
        }

        if (Urls.Count == 0)
        {
            throw new ArgumentException($"{nameof(Urls)} is empty; at least one is needed.");
        }

        foreach (var url in Urls)
        {
            ListenAddress.Check(url, needsLoopback: ApiKey is null);
        }
    }

    private static void Between(string name, int value, int min, int max)
    {
        if (value < min || value > max)
        {
            throw new ArgumentException($"{name} is {value}; allowed is {min} to {max}.");
        }
    }
}
