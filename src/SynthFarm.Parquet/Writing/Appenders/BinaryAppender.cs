using System.Text.Unicode;
using SynthFarm.Parquet.Schema;
using SynthFarm.Parquet.Writing.Pages;

namespace SynthFarm.Parquet.Writing.Appenders;

/// <summary>A column of strings or of bytes.</summary>
public sealed class BinaryAppender : ColumnAppender
{
    private readonly LeafWriter leaf;
    private readonly BinaryPageValues values;
    private readonly bool isText;

    internal BinaryAppender(SchemaNode node, LeafWriter[] leaves, ListAppender? outer)
        : base(node, leaves, outer)
    {
        leaf = leaves[node.FirstLeaf];
        values = (BinaryPageValues)leaf.Values;
        isText = ((PrimitiveColumn)node.Column).Type == PrimitiveType.String;
    }

    /// <summary>The text, or null for an optional column.</summary>
    /// <exception cref="ArgumentException">The text has half a surrogate pair, or the column holds bytes.</exception>
    public void Append(string? text)
    {
        if (text is null) Null();
        else Append(text.AsSpan());
    }

    /// <exception cref="ArgumentException">The text has half a surrogate pair, or the column holds bytes.</exception>
    public void Append(ReadOnlySpan<char> text)
    {
        if (!isText) throw new ArgumentException($"Column \"{Node.DottedPath}\" holds bytes, not text.");
        if (!values.TryAdd(text))
            throw new ArgumentException($"Column \"{Node.DottedPath}\" was given text with half a surrogate pair, which UTF-8 cannot hold.");
        leaf.AddLevels(NextRepetition(), Node.Definition);
        Given++;
    }

    /// <summary>Bytes; for a column of strings they are UTF-8.</summary>
    /// <exception cref="ArgumentException">The column holds strings and the bytes are not UTF-8.</exception>
    public void Append(ReadOnlySpan<byte> value)
    {
        if (isText && !Utf8.IsValid(value)) throw new ArgumentException($"Column \"{Node.DottedPath}\" was given bytes that are not UTF-8.");
        values.Add(value);
        leaf.AddLevels(NextRepetition(), Node.Definition);
        Given++;
    }

    /// <inheritdoc cref="Append(ReadOnlySpan{byte})"/>
    public void Append(byte[]? value)
    {
        if (value is null) Null();
        else Append(value.AsSpan());
    }
}
