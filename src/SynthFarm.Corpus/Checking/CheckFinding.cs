namespace SynthFarm.Corpus.Checking;

/// <summary>Something a check found.</summary>
/// <param name="File">The file, relative to the checked directory, with forward slashes.</param>
/// <param name="What">What was found and what should be there; one sentence.</param>
/// <param name="Where">The row, id or field; null when it is about the whole file.</param>
/// <param name="Severity">Damage unless said otherwise.</param>
public sealed record CheckFinding(string File, string What, string? Where = null, CheckSeverity Severity = CheckSeverity.Damage)
{
    public override string ToString() => Where is null ? $"{File}: {What}" : $"{File}, {Where}: {What}";
}
