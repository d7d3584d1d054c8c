using System.Diagnostics;
using System.Text.Json.Nodes;
using SynthFarm.Benchmarks.Harness;
using SynthFarm.TestKit.Interop;

namespace SynthFarm.Benchmarks.Parquet;

/// <summary>
/// DuckDB in a child process that lives for the whole benchmark: it holds the rows in a table and answers one JSON line per request
/// (<c>tests/Interop/duckdb-server.mjs</c>). Times are its own, around the statement alone.
/// </summary>
internal sealed class DuckDb : IDisposable
{
    private readonly Process _process = NodeScripts.Start("duckdb-server.mjs");

    public string Query(string sql) => (string?)Ask("query", sql)["value"] ?? "";

    /// <summary>Runs a statement without a result.</summary>
    public Sample Run(string sql)
    {
        var answer = Ask("run", sql);
        return new Sample((double)answer["wall"]!, (double)answer["cpu"]!);
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private JsonNode Ask(string kind, string sql)
    {
        _process.StandardInput.WriteLine(new JsonObject { ["kind"] = kind, ["sql"] = sql }.ToJsonString());
        _process.StandardInput.Flush();
        var line = _process.StandardOutput.ReadLine()
            ?? throw new InvalidOperationException("DuckDB's process ended: " + _process.StandardError.ReadToEnd());
        var answer = JsonNode.Parse(line)!;
        return (string?)answer["error"] is { } error ? throw new InvalidOperationException($"DuckDB: {error}\n{sql}") : answer;
    }
}
