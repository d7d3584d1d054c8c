namespace SynthFarm.Benchmarks.Parquet;

/// <summary>A row like those of <c>sft</c>: ids, two texts of 0.2 to 4 KB, a score, 64 token ids.</summary>
internal sealed record SampleRow(
    string Id, string ProblemId, string TreeId, int LeafId, string Source, int Steps, string Prompt, string Response, float Reward, int[] Tokens)
{
    /// <summary>Bytes of the values alone; all text is ASCII.</summary>
    public long RawBytes
        => Id.Length + ProblemId.Length + TreeId.Length + Source.Length + Prompt.Length + Response.Length + 12 + 4L * Tokens.Length;
}
