namespace SynthFarm.Formats.Records;

/// <summary>A record that was read, or why it is left out although nothing is wrong with it.</summary>
/// <param name="Record">What it says; null when it is left out.</param>
/// <param name="LeftOut">The reason, as the report counts it.</param>
internal readonly record struct ReadOutcome(ImportedRecord? Record, string? LeftOut = null)
{
    /// <summary>For a record whose faults were told.</summary>
    public static ReadOutcome None => default;

    public static ReadOutcome Without(string reason) => new(null, reason);

    public static implicit operator ReadOutcome(ImportedRecord record) => new(record);
}
