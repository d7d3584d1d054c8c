using SynthFarm.Parquet.Metadata;

namespace SynthFarm.Parquet.Writing.Pages;

/// <summary>The page index of one chunk. <see cref="Bounds"/> is absent where a page has values but no bounds (only NaN).</summary>
internal sealed record ChunkPages(OffsetIndex Locations, ColumnIndex? Bounds);
