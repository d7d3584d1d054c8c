using System.Net;
using Microsoft.AspNetCore.Http;

namespace SynthFarm.Inference.Server.Access;

/// <summary>The addresses a server may listen on.</summary>
internal static class ListenAddress
{
    /// <exception cref="ArgumentException">It is no plain http address, or is open to others where it must not be.</exception>
    public static void Check(string url, bool needsLoopback)
    {
        BindingAddress address;
        try
        {
            address = BindingAddress.Parse(url);
        }
        catch (FormatException e)
        {
            throw new ArgumentException($"\"{url}\" is no address to listen on; allowed is http://HOST:PORT.", e);
        }

        if (address.Scheme != "http" || address.PathBase.Length > 0 || address.IsUnixPipe || address.IsNamedPipe)
        {
            throw new ArgumentException($"\"{url}\" cannot be listened on; allowed is http://HOST:PORT (a proxy before it can speak https).");
        }

        if (needsLoopback && !IsLoopback(address.Host))
        {
            throw new ArgumentException($"\"{url}\" is open to other machines, which needs an API key; without one only loopback addresses such as http://127.0.0.1:8000 are allowed.");
        }
    }

    /// <summary>Whether a host name means this machine alone. A name that is not an address is listened on everywhere.</summary>
    public static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
