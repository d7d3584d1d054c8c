namespace SynthFarm.Cli.Commands.Doctor;

/// <summary>One line of the doctor's report.</summary>
/// <param name="Check">What was looked at, e.g. <c>free disk</c>.</param>
/// <param name="Status">Whether it is as it should be.</param>
/// <param name="Detail">What was found; for a fault also what would help.</param>
internal sealed record Finding(string Check, FindingStatus Status, string Detail)
{
    public static Finding Ok(string check, string detail) => new(check, FindingStatus.Ok, detail);

    public static Finding Warning(string check, string detail) => new(check, FindingStatus.Warning, detail);

    public static Finding Fault(string check, string detail) => new(check, FindingStatus.Fault, detail);
}
