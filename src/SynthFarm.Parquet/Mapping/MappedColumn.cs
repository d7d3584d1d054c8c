using SynthFarm.Parquet.Schema;
using SynthFarm.Parquet.Writing.Appenders;

namespace SynthFarm.Parquet.Mapping;

/// <summary>A column and how its value is taken from a row: bound to an appender it gives the action that writes one row's value.</summary>
internal sealed record MappedColumn<T>(Column Column, Func<ColumnAppender, Action<T>> Bind);
