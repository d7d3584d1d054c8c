namespace SynthFarm.Inference.OpenAI.Addresses;

/// <summary>One server.</summary>
/// <param name="Url">Its base address, <c>http://host:port/v1</c> or without the last part.</param>
/// <param name="Weight">Its share of the work beside the others' weights. Above 0.</param>
public sealed record EndpointAddress(Uri Url, double Weight)
{
    /// <summary>Where the routes of the OpenAI interface are.</summary>
    public Uri Versioned => Url.AbsolutePath.EndsWith("/v1", StringComparison.Ordinal) ? Url : At("/v1");

    /// <summary>Where vLLM's own routes are, <c>/pooling</c> and <c>/tokenize</c>.</summary>
    public Uri Root => Url.AbsolutePath.EndsWith("/v1", StringComparison.Ordinal) ? new Uri(Url.AbsoluteUri[..^"/v1".Length]) : Url;

    private Uri At(string path) => new(Url.AbsoluteUri.TrimEnd('/') + path);
}
