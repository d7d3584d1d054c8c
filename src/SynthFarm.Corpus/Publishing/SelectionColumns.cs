using SynthFarm.Parquet.Schema;

namespace SynthFarm.Corpus.Publishing;

/// <summary>The columns a selection adds behind those of a config. Published; the names are never used for anything else.</summary>
public static class SelectionColumns
{
    /// <summary>The row's place in the curriculum of its split, from 0.</summary>
    public const string Order = "curriculum_order";

    /// <summary>The problem's difficulty, in (0, 1).</summary>
    public const string Difficulty = "difficulty";

    /// <summary>Whether the row was let in with a wrong answer on purpose.</summary>
    public const string Noise = "noise";

    /// <summary>The columns that are added to a config: none to trees and rejections, noise only where rows can be wrong.</summary>
    public static IReadOnlyList<Column> Of(string config) => config switch
    {
        ConfigNames.Trees or ConfigNames.Rejections => [],
        ConfigNames.Sft or ConfigNames.Shortcut => [Column.Int32(Order), Column.Float(Difficulty), Column.Boolean(Noise)],
        _ => [Column.Int32(Order), Column.Float(Difficulty)],
    };

    /// <summary>A config's schema with these columns; as it is when it has them.</summary>
    public static ParquetSchema Extend(ParquetSchema schema, string config)
    {
        ArgumentNullException.ThrowIfNull(schema);
        var missing = Of(config).Where(added => schema.Fields.All(field => field.Name != added.Name)).ToList();
        return missing.Count == 0 ? schema : new ParquetSchema([.. schema.Fields, .. missing]);
    }

    /// <summary>The schema a config of a snapshot must have.</summary>
    /// <param name="published">Its schema in a snapshot that was published from runs.</param>
    internal static ParquetSchema SchemaOf(SnapshotManifest manifest, string config, ParquetSchema published)
        => manifest.Selection is null ? published : Extend(published, config);
}
