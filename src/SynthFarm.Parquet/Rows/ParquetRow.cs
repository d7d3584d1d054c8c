namespace SynthFarm.Parquet.Rows;

/// <summary>A row, or a struct within one, as names and values in order.</summary>
/// <remarks>
/// Values are <see cref="bool"/>, <see cref="int"/>, <see cref="long"/>, <see cref="float"/>, <see cref="double"/>, <see cref="string"/>,
/// <c>byte[]</c>, a nested <see cref="ParquetRow"/>, null, or for a list an <see cref="IReadOnlyList{T}"/> of these. Rows that a reader gives
/// hold typed lists: a list of required integers is an <c>IReadOnlyList&lt;int&gt;</c>, of optional ones an <c>IReadOnlyList&lt;int?&gt;</c>,
/// of structs an <c>IReadOnlyList&lt;ParquetRow&gt;</c>.
/// </remarks>
public sealed class ParquetRow
{
    private string[] names;
    private object?[] values;

    public ParquetRow()
        : this([], [])
    {
    }

    /// <summary>The names may be shared among rows; they are copied before a field is added.</summary>
    internal ParquetRow(string[] names, object?[] values)
    {
        this.names = names;
        this.values = values;
    }

    public IReadOnlyList<string> Names => names;

    public IReadOnlyList<object?> Values => values;

    /// <summary>The field's value; setting an unknown name adds the field.</summary>
    /// <exception cref="KeyNotFoundException">When getting: there is no such field.</exception>
    public object? this[string name]
    {
        get => TryGet(name, out var value) ? value : throw Missing(name);
        set
        {
            var at = Array.IndexOf(names, name);
            if (at < 0)
            {
                at = names.Length;
                names = [.. names, name];
                Array.Resize(ref values, at + 1);
            }
            values[at] = value;
        }
    }

    /// <summary>The field's value as <typeparamref name="T"/>; dots lead into structs, and a null struct makes all below it null.</summary>
    /// <typeparam name="T">The exact type, nullable for optional columns: <c>Get&lt;string&gt;("id")</c>, <c>Get&lt;IReadOnlyList&lt;float&gt;&gt;("step_scores")</c>.</typeparam>
    /// <exception cref="KeyNotFoundException">There is no such field.</exception>
    /// <exception cref="InvalidCastException">The value is of another type, or null where <typeparamref name="T"/> cannot be.</exception>
    public T Get<T>(string path)
    {
        var value = Find(path);
        if (value is T found) return found;
        if (value is null && default(T) is null) return default!;
        throw new InvalidCastException($"Field \"{path}\" is {(value is null ? "null" : "a " + Name(value.GetType()))}, not a {Name(typeof(T))}.");
    }

    public bool TryGet(string name, out object? value)
    {
        var at = Array.IndexOf(names, name);
        value = at >= 0 ? values[at] : null;
        return at >= 0;
    }

    private object? Find(string path)
    {
        if (TryGet(path, out var direct)) return direct;
        var dot = path.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0) throw Missing(path);
        return this[path[..dot]] switch
        {
            null => null,
            ParquetRow inner => inner.Find(path[(dot + 1)..]),
            var other => throw new InvalidCastException($"Field \"{path[..dot]}\" is a {Name(other.GetType())}, not a struct."),
        };
    }

    private KeyNotFoundException Missing(string name) => new($"There is no field \"{name}\"; there are {string.Join(", ", names)}.");

    private static string Name(Type type)
        => type.IsGenericType ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : type.Name;
}
