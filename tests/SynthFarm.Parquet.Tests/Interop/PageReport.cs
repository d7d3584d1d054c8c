using System.Text.Json.Nodes;

namespace SynthFarm.Parquet.Tests.Interop;

/// <summary>What check-pages.mjs says about one file.</summary>
internal sealed record PageReport(string File, int Pages, IReadOnlyList<string> Faults, string KeyValues)
{
    public static PageReport Parse(string line)
    {
        var json = JsonNode.Parse(line)!;
        return new PageReport(
            (string)json["file"]!, (int)json["pages"]!, [.. json["faults"]!.AsArray().Select(f => (string)f!)], json["keyValues"]!.ToJsonString());
    }
}
