using System.Text;
using SynthFarm.Core.Problems;
using SynthFarm.Corpus.Store;
using SynthFarm.Formats.Exporting;
using SynthFarm.Formats.Faults;
using SynthFarm.Formats.Importing;
using SynthFarm.Formats.Json;
using SynthFarm.Formats.NamedColumns;
using SynthFarm.Formats.Sources;

namespace SynthFarm.Formats.Tests.Support;

/// <summary>Imports and exports in one temporary folder, as the command does.</summary>
internal sealed class Imports : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static CorpusLineage Lineage { get; } = new()
    {
        RunId = "imported", ConfigHash = new string('a', 64), Seed = 0, PolicyModel = "sample", RewardModel = "none", Search = "import:sample",
    };

    public TemporaryFolder Folder => _folder;

    public string Problems => _folder["problems.jsonl"];

    public string Trees => _folder["run"];

    public static string Sample(string name) => Path.Combine(AppContext.BaseDirectory, "Samples", name);

    public Task<ImportReport> RunAsync(string format, string input, bool trees = false, FieldNames? fields = null, Func<ImportRequest, ImportRequest>? change = null)
    {
        var request = new ImportRequest
        {
            Format = format,
            Inputs = [input],
            Output = Problems,
            TreeDirectory = trees ? Trees : null,
            TreeProblems = trees ? _folder["tree-problems.jsonl"] : null,
            Lineage = trees ? Lineage : null,
            Fields = fields ?? new FieldNames(),
        };
        return ProblemImport.RunAsync(change?.Invoke(request) ?? request, TestContext.Current.CancellationToken);
    }

    /// <summary>The faults of an import that is refused.</summary>
    public async Task<IReadOnlyList<ImportFault>> FaultsAsync(string format, string input, FieldNames? fields = null)
    {
        var exception = await Assert.ThrowsAsync<ImportException>(() => RunAsync(format, input, fields: fields));
        return exception.Faults;
    }

    public IReadOnlyList<Problem> ReadProblems() => [.. File.ReadLines(Problems).Select((line, i) =>
    {
        var parsed = ProblemLineParser.Parse(Encoding.UTF8.GetBytes(line), i + 1);
        Assert.Empty(parsed.Faults);
        return parsed.Problem!;
    })];

    public IReadOnlyList<FinishedProblem> ReadTrees() => [.. CorpusReader.Open(Trees).Read().OrderBy(p => p.Problem.Statement, StringComparer.Ordinal)];

    public ExportReport Export(string format, string input, string name, FieldNames? fields = null) => ProblemExport.Run(
        new ExportRequest { Format = format, Input = input, Output = _folder[name], Fields = fields ?? new FieldNames() }, TestContext.Current.CancellationToken);

    /// <summary>The records of a file or folder, each as JSON with its keys sorted, in ordinal order.</summary>
    public static IReadOnlyList<string> Records(string path, string format)
    {
        var faults = new FaultLog(10);
        var description = FormatRegistry.Get(format);
        using var source = RecordSources.Open(path, description.Form, description.AllowsFolder, new InputLimits());
        var records = source.Read(faults).Select(record => RecordJson.ToText(Sorted(record.Value!))).Order(StringComparer.Ordinal).ToList();
        Assert.Empty(faults.Faults);
        return records;
    }

    public void Dispose() => _folder.Dispose();

    private static RecordValue Sorted(RecordValue value) => value.Kind switch
    {
        System.Text.Json.JsonValueKind.Object => RecordValue.Object([.. value.Fields.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => KeyValuePair.Create(f.Key, Sorted(f.Value)))]),
        System.Text.Json.JsonValueKind.Array => RecordValue.Array([.. value.Items.Select(Sorted)]),
        _ => value,
    };
}
