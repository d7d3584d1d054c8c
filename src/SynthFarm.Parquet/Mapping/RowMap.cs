using System.Numerics;
using System.Runtime.InteropServices;
using SynthFarm.Parquet.Schema;
using SynthFarm.Parquet.Writing;
using SynthFarm.Parquet.Writing.Appenders;

namespace SynthFarm.Parquet.Mapping;

/// <summary>Declares once how rows of a type are laid out: it gives the schema and writes the rows.</summary>
/// <typeparam name="T">The type of a row, or of a struct within one.</typeparam>
/// <example>
/// <code>
/// static readonly RowMap&lt;SftRow&gt; Map = new RowMap&lt;SftRow&gt;()
///     .String("id", r => r.Id)
///     .Structs("messages", r => r.Messages, m => m.String("role", x => x.Role).String("content", x => x.Content))
///     .Floats("step_scores", r => r.StepScores)
///     .Int32("n_steps", r => r.Steps)
///     .String("topic", r => r.Topic, optional: true);
///
/// using var writer = ParquetWriter.Create(path, Map.Schema);
/// var rows = Map.Bind(writer);
/// foreach (var row in source) rows.Write(row);
/// writer.Finish();
/// </code>
/// </example>
public sealed class RowMap<T>
{
    private readonly List<MappedColumn<T>> columns = [];
    private ParquetSchema? schema;

    /// <summary>The schema of the columns declared so far.</summary>
    public ParquetSchema Schema => schema ??= new ParquetSchema([.. columns.Select(c => c.Column)]);

    internal IReadOnlyList<MappedColumn<T>> Columns => columns;

    /// <summary>A column of any form; <paramref name="bind"/> gives what writes a row's value through the column's appender.</summary>
    internal RowMap<T> AnyColumn(Column column, Func<ColumnAppender, Action<T>> bind) => Add(column, bind);

    public RowMap<T> Boolean(string name, Func<T, bool> value)
        => Add(Column.Boolean(name), a => Bind((BooleanAppender)a, value));

    /// <summary>An optional column.</summary>
    public RowMap<T> Boolean(string name, Func<T, bool?> value)
        => Add(Column.Boolean(name, optional: true), a => Bind((BooleanAppender)a, value));

    public RowMap<T> Int32(string name, Func<T, int> value)
        => Add(Column.Int32(name), a => Bind((ValueAppender<int>)a, value));

    /// <summary>An optional column.</summary>
    public RowMap<T> Int32(string name, Func<T, int?> value)
        => Add(Column.Int32(name, optional: true), a => Bind((ValueAppender<int>)a, value));

    public RowMap<T> Int64(string name, Func<T, long> value)
        => Add(Column.Int64(name), a => Bind((ValueAppender<long>)a, value));

    /// <summary>An optional column.</summary>
    public RowMap<T> Int64(string name, Func<T, long?> value)
        => Add(Column.Int64(name, optional: true), a => Bind((ValueAppender<long>)a, value));

    public RowMap<T> Float(string name, Func<T, float> value)
        => Add(Column.Float(name), a => Bind((ValueAppender<float>)a, value));

    /// <summary>An optional column.</summary>
    public RowMap<T> Float(string name, Func<T, float?> value)
        => Add(Column.Float(name, optional: true), a => Bind((ValueAppender<float>)a, value));

    public RowMap<T> Double(string name, Func<T, double> value)
        => Add(Column.Double(name), a => Bind((ValueAppender<double>)a, value));

    /// <summary>An optional column.</summary>
    public RowMap<T> Double(string name, Func<T, double?> value)
        => Add(Column.Double(name, optional: true), a => Bind((ValueAppender<double>)a, value));

    public RowMap<T> String(string name, Func<T, string?> value, bool optional = false)
        => Add(Column.String(name, optional), a => Bind((BinaryAppender)a, value));

    public RowMap<T> Bytes(string name, Func<T, byte[]?> value, bool optional = false)
        => Add(Column.Bytes(name, optional), a =>
        {
            var binary = (BinaryAppender)a;
            return row => binary.Append(value(row));
        });

    /// <summary>A struct; null is allowed when <paramref name="optional"/>.</summary>
    public RowMap<T> Struct<TStruct>(string name, Func<T, TStruct?> value, Action<RowMap<TStruct>> fields, bool optional = false)
        where TStruct : class
    {
        var map = Inner(fields);
        Column[] columns = [.. map.Columns.Select(c => c.Column)];
        return Add(optional ? Column.OptionalStruct(name, columns) : Column.Struct(name, columns), a =>
        {
            var structure = (StructAppender)a;
            var write = map.Bind(structure);
            return row =>
            {
                if (value(row) is not { } inner)
                {
                    structure.Null();
                    return;
                }
                if (structure.Column.IsOptional) structure.Begin();
                write(inner);
            };
        });
    }

    /// <summary>A list of structs.</summary>
    public RowMap<T> Structs<TItem>(string name, Func<T, IReadOnlyList<TItem>?> items, Action<RowMap<TItem>> fields, bool optional = false)
    {
        var map = Inner(fields);
        var element = Column.Struct("element", [.. map.Columns.Select(c => c.Column)]);
        return List(name, element, items, a => map.Bind((StructAppender)a), optional);
    }

    public RowMap<T> Strings(string name, Func<T, IReadOnlyList<string>?> items, bool optional = false)
        => List(name, Column.String("element"), items, a => ((BinaryAppender)a).Append, optional);

    public RowMap<T> Booleans(string name, Func<T, IReadOnlyList<bool>?> items, bool optional = false)
        => List(name, Column.Boolean("element"), items, a => ((BooleanAppender)a).Append, optional);

    public RowMap<T> Int32s(string name, Func<T, IReadOnlyList<int>?> items, bool optional = false)
        => Numbers(name, Column.Int32("element"), items, optional);

    public RowMap<T> Int64s(string name, Func<T, IReadOnlyList<long>?> items, bool optional = false)
        => Numbers(name, Column.Int64("element"), items, optional);

    public RowMap<T> Floats(string name, Func<T, IReadOnlyList<float>?> items, bool optional = false)
        => Numbers(name, Column.Float("element"), items, optional);

    /// <summary>A list of required floats with gaps: an absent score is null.</summary>
    public RowMap<T> OptionalFloats(string name, Func<T, IReadOnlyList<float?>?> items, bool optional = false)
        => List(name, Column.Float("element", optional: true), items, a => ((ValueAppender<float>)a).Append, optional);

    public RowMap<T> Doubles(string name, Func<T, IReadOnlyList<double>?> items, bool optional = false)
        => Numbers(name, Column.Double("element"), items, optional);

    /// <summary>A writer of rows of this type.</summary>
    /// <exception cref="ArgumentException">The writer has another schema.</exception>
    public RowWriter<T> Bind(ParquetWriter writer)
    {
        if (!writer.Schema.Equals(Schema)) throw new ArgumentException("The writer has another schema than the map.", nameof(writer));
        return new RowWriter<T>(writer, Bind(writer.Columns));
    }

    private Action<T> Bind(StructAppender structure)
    {
        Action<T>[] writes = [.. columns.Zip(structure.Fields, (column, appender) => column.Bind(appender))];
        return row =>
        {
            foreach (var write in writes) write(row);
        };
    }

    private RowMap<T> List<TItem>(
        string name, Column element, Func<T, IReadOnlyList<TItem>?> items, Func<ColumnAppender, Action<TItem>> bind, bool optional)
        => Add(Column.List(name, element, optional), a =>
        {
            var list = (ListAppender)a;
            var write = bind(list.Element);
            return row =>
            {
                if (items(row) is not { } found)
                {
                    list.Null();
                    return;
                }
                list.Begin();
                for (var i = 0; i < found.Count; i++)
                {
                    list.Item();
                    write(found[i]);
                }
                list.End();
            };
        });

    /// <summary>A list of numbers goes to the writer whole, which is several times faster than item by item.</summary>
    private RowMap<T> Numbers<TItem>(string name, Column element, Func<T, IReadOnlyList<TItem>?> items, bool optional)
        where TItem : unmanaged, INumber<TItem>, IMinMaxValue<TItem>
        => Add(Column.List(name, element, optional), a =>
        {
            var list = (ListAppender)a;
            return row =>
            {
                switch (items(row))
                {
                    case null: list.Null(); break;
                    case TItem[] array: list.Append<TItem>(array); break;
                    case List<TItem> found: list.Append<TItem>(CollectionsMarshal.AsSpan(found)); break;
                    case { } other: list.Append<TItem>([.. other]); break;
                }
            };
        });

    private RowMap<T> Add(Column column, Func<ColumnAppender, Action<T>> bind)
    {
        schema = null;
        columns.Add(new MappedColumn<T>(column, bind));
        return this;
    }

    private static RowMap<TInner> Inner<TInner>(Action<RowMap<TInner>> fields)
    {
        var map = new RowMap<TInner>();
        fields(map);
        return map;
    }

    private static Action<T> Bind(BooleanAppender appender, Func<T, bool> value) => row => appender.Append(value(row));

    private static Action<T> Bind(BooleanAppender appender, Func<T, bool?> value) => row => appender.Append(value(row));

    private static Action<T> Bind(BinaryAppender appender, Func<T, string?> value) => row => appender.Append(value(row));

    private static Action<T> Bind<TValue>(ValueAppender<TValue> appender, Func<T, TValue> value)
        where TValue : unmanaged, INumber<TValue>, IMinMaxValue<TValue>
        => row => appender.Append(value(row));

    private static Action<T> Bind<TValue>(ValueAppender<TValue> appender, Func<T, TValue?> value)
        where TValue : unmanaged, INumber<TValue>, IMinMaxValue<TValue>
        => row => appender.Append(value(row));
}
