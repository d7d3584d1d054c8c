using SynthFarm.Formats.Faults;
using SynthFarm.Formats.Json;
using SynthFarm.Parquet.Reading;

namespace SynthFarm.Formats.Sources.Columns;

/// <summary>Records of a Parquet file: a row is an object of its columns. Lists are arrays, structs objects, bytes text where they are UTF-8.</summary>
internal sealed class ParquetSource(string path) : IRecordSource
{
    private readonly SourceFile _file = new(path, "row");

    public bool IsTable => true;

    public IEnumerable<SourceRecord> Read(FaultLog faults) => SourceGuard.Read(Rows(faults), _file, faults);

    public void Dispose()
    {
    }

    private IEnumerable<SourceRecord> Rows(FaultLog faults)
    {
        using var reader = ParquetReader.Open(path);
        var number = 0L;
        foreach (var row in reader.Rows())
        {
            var position = new RecordPosition(++number, 0);
            var values = new ParquetValues(position, (field, message) => faults.Add(ImportFault.At(_file, position, field, message)));
            var value = values.Of(row);
            yield return value is null
                ? new SourceRecord(_file, position, null, default)
                : new SourceRecord(_file, position, value, RecordJson.ToBytes(value));
        }

        if (number == 0)
        {
            faults.Add(ImportFault.At(_file, default, "", "found no rows; allowed is a file with rows"));
        }
    }
}
