namespace SynthFarm.TestKit.Corpus;

/// <summary>What the <see cref="SnapshotServerDouble"/> does wrong with a request.</summary>
public sealed record ServerFault
{
    /// <summary>Answers with this instead of the file.</summary>
    public int? Status { get; init; }

    public string? RetryAfter { get; init; }

    /// <summary>Where a redirection leads.</summary>
    public string? Location { get; init; }

    /// <summary>Closes the connection after so many bytes of the body.</summary>
    public int? CutAfter { get; init; }

    /// <summary>Says nothing more after so many bytes of the body.</summary>
    public int? HangAfter { get; init; }

    /// <summary>Takes the request and does not answer.</summary>
    public bool IsMute { get; init; }

    public bool IgnoresRange { get; init; }

    /// <summary>Flips a bit of this byte of the file.</summary>
    public int? FlippedByte { get; init; }

    /// <summary>Says that the file is so much longer than it is.</summary>
    public int LengthLie { get; init; }

    /// <summary>Says no length, and sends so many bytes more than there are.</summary>
    public int? EndlessBytes { get; init; }

    /// <summary>Sends a range that begins elsewhere.</summary>
    public bool SendsOtherRange { get; init; }

    /// <summary>Names no version.</summary>
    public bool HasNoTag { get; init; }

    /// <summary>Says that the body is encoded.</summary>
    public string? Encoding { get; init; }
}
