using SynthFarm.Corpus.Durability;

namespace SynthFarm.Corpus.Objects;

/// <summary>
/// The names objects may have: 1 to 400 characters, made of parts of letters, digits, dots, dashes and underscores that do not begin with a
/// dot, separated by slashes. Such a name cannot leave a folder and means the same on every platform and in a URL.
/// </summary>
public static class ObjectName
{
    public static bool IsAllowed(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return FilePaths.IsPlain(name);
    }

    /// <exception cref="ArgumentException">It is no such name.</exception>
    public static void Require(string name)
    {
        if (!IsAllowed(name))
        {
            throw new ArgumentException($"\"{name}\" is no name of an object; allowed are parts of letters, digits, dots, dashes and underscores, not beginning with a dot, separated by slashes, 400 characters in all.", nameof(name));
        }
    }

    /// <exception cref="ArgumentException">No name begins like this.</exception>
    public static void RequirePrefix(string prefix)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        if (prefix.Length > 0)
        {
            Require(prefix.EndsWith('/') ? prefix[..^1] : prefix);
        }
    }
}
