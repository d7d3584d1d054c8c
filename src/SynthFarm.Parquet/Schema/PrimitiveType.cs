namespace SynthFarm.Parquet.Schema;

/// <summary>What a leaf column holds. Values are the ones a reader returns and a writer takes.</summary>
public enum PrimitiveType
{
    /// <summary><see cref="bool"/>, stored as BOOLEAN.</summary>
    Boolean,

    /// <summary><see cref="int"/>, stored as INT32 with the annotation INT(32, signed).</summary>
    Int32,

    /// <summary><see cref="long"/>, stored as INT64 with the annotation INT(64, signed).</summary>
    Int64,

    /// <summary><see cref="float"/>, stored as FLOAT.</summary>
    Float,

    /// <summary><see cref="double"/>, stored as DOUBLE.</summary>
    Double,

    /// <summary><see cref="string"/>, stored as BYTE_ARRAY with the annotation STRING (valid UTF-8).</summary>
    String,

    /// <summary>An array of bytes, stored as BYTE_ARRAY without annotation.</summary>
    Bytes,

    /// <summary>An array of bytes of one length for the whole column (FIXED_LEN_BYTE_ARRAY, or INT96 with 12 bytes). Read only.</summary>
    FixedBytes,
}
