using System.Text.Json;
using SynthFarm.Parquet.Rows;

namespace SynthFarm.Corpus.Trainers.Export;

/// <summary>How rows of one config become records.</summary>
/// <param name="Config">The config's folder.</param>
/// <param name="Columns">The columns that are read.</param>
/// <param name="Write">Writes one record's members; the braces are written already. Null: the columns as they are.</param>
public sealed record ExportSource(string Config, IReadOnlyList<string> Columns, Action<Utf8JsonWriter, ParquetRow>? Write = null);
