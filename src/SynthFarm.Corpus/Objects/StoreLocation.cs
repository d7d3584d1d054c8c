namespace SynthFarm.Corpus.Objects;

/// <summary>A place in a store, as a folder is a place in a file system.</summary>
public sealed class StoreLocation
{
    private readonly string _prefix;

    /// <param name="prefix">What the names of everything there begin with, without the slash behind it; empty for the whole store.</param>
    /// <exception cref="ArgumentException">No name begins like this.</exception>
    public StoreLocation(IObjectStore store, string prefix = "")
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(prefix);
        if (prefix.Length > 0)
        {
            ObjectName.Require(prefix);
        }

        Store = store;
        _prefix = prefix.Length == 0 ? "" : prefix + "/";
    }

    public IObjectStore Store { get; }

    /// <summary>The name of the object that lies at a relative path.</summary>
    public string NameOf(string path) => _prefix + path;

    public override string ToString() => _prefix.Length == 0 ? Store.Location : $"{Store.Location}/{_prefix[..^1]}";
}
