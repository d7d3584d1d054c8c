using SynthFarm.Parquet.Rows;

namespace SynthFarm.Corpus.Trainers.Rules;

/// <summary>Names what is wrong with a row; its columns are there and have the types their shapes ask for.</summary>
internal delegate IEnumerable<string> RowRule(ParquetRow row);
