namespace SynthFarm.Cli.Commands.Doctor;

/// <summary>How a check came out; only a fault makes the doctor fail.</summary>
internal enum FindingStatus
{
    Ok,

    /// <summary>It will work, but slowly or not for long.</summary>
    Warning,

    /// <summary>A run would not work.</summary>
    Fault,
}
