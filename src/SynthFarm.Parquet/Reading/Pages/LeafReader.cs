namespace SynthFarm.Parquet.Reading.Pages;

/// <summary>A cursor over the entries of one leaf in one row group.</summary>
internal abstract class LeafReader
{
    /// <summary>Whether all entries were passed.</summary>
    public abstract bool IsAtEnd { get; }

    /// <summary>Repetition level of the entry; 0 at the end.</summary>
    public abstract int Repetition { get; }

    /// <summary>Definition level of the entry.</summary>
    public abstract int Definition { get; }

    /// <summary>Passes the entry.</summary>
    public abstract void Advance();

    /// <summary>Starts the count of what a row may take.</summary>
    public abstract void StartRow();

    /// <summary>An error that names file, column, page and offset.</summary>
    public abstract ParquetFormatException Corrupt(string message, Exception? inner = null);
}
