using SynthFarm.Corpus.Rows;
using SynthFarm.Parquet.Rows;
using SynthFarm.Parquet.Schema;

namespace SynthFarm.Corpus.Publishing;

/// <summary>A config as this version makes it, whatever its rows.</summary>
internal interface IConfigDefinition
{
    string Name { get; }

    int SchemaVersion { get; }

    ParquetSchema Schema { get; }

    /// <summary>What the column <c>derivation</c> says of rows this version derives; null for configs that are not compared with their trees.</summary>
    string? Derivation { get; }

    /// <summary>Begins the config's folder in a snapshot.</summary>
    IConfigWriter Open(string snapshot, PublishOptions options);

    /// <summary>The rows of problems as a reader would give them. Holds a few MiB of rows at a time.</summary>
    IEnumerable<ParquetRow> Rows(IEnumerable<DerivedProblem> problems);
}
