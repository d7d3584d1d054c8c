namespace SynthFarm.Farm.Specification;

/// <summary>What becomes of the answers of served models. Does not change what a run is: a replay of recorded answers gives the rows they gave.</summary>
public sealed record ServedOptions
{
    /// <summary>A folder that keeps every answer, and gives it again when the same is asked. Default empty: none.</summary>
    public string Record { get; init; } = "";

    /// <summary>A folder of recorded answers that takes the servers' place; nothing is sent. Default empty: none.</summary>
    public string Replay { get; init; } = "";

    /// <summary>Names what does not go together.</summary>
    public IEnumerable<string> Validate(string path)
    {
        if (Record.Length > 0 && Replay.Length > 0)
        {
            yield return $"{path}.replay is \"{Replay}\"; allowed is none beside {path}.record: a replay asks nobody.";
        }
    }
}
