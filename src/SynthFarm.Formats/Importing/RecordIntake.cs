using System.Buffers.Binary;
using SynthFarm.Core.Answers;
using SynthFarm.Formats.Faults;
using SynthFarm.Formats.Json;
using SynthFarm.Formats.Records;
using SynthFarm.Formats.Sources;
using SynthFarm.Formats.Spooling;

namespace SynthFarm.Formats.Importing;

/// <summary>The first pass: reads every record, tells its faults, and spools the sound ones by problem.</summary>
internal sealed class RecordIntake(ImportRequest request, ProblemFormat format, IFormatReader reader, FaultLog faults, ImportTally tally, Spool spool)
{
    private const int PlaceBytes = 16;

    private readonly List<SourceFile> _files = [];
    private byte[] _payload = [];

    /// <summary>Reads all inputs.</summary>
    /// <exception cref="ImportException">A file is not there, of another form, or grows past a limit when decompressed.</exception>
    public void Run(CancellationToken cancellationToken)
    {
        foreach (var input in request.Inputs)
        {
            using var source = RecordSources.Open(input, format.Form, format.AllowsFolder, request.Limits);
            var isFirst = true;
            foreach (var record in source.Read(faults))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (isFirst && source.IsTable && record.Value is not null && !HasColumns(record))
                {
                    break;
                }

                isFirst = false;
                Take(record);
                if (IsDone)
                {
                    return;
                }
            }

            if (IsDone)
            {
                return;
            }
        }
    }

    /// <summary>The record that was spooled; its value as it was read, its faults none.</summary>
    public ReadRecord Restore(SpoolEntry entry)
    {
        var payload = entry.Payload;
        var file = _files[BinaryPrimitives.ReadInt32LittleEndian(payload.Span)];
        var position = new RecordPosition(BinaryPrimitives.ReadInt64LittleEndian(payload.Span[4..]), BinaryPrimitives.ReadInt32LittleEndian(payload.Span[12..]));
        var json = payload[PlaceBytes..];
        var value = new RecordParser(position, (_, _, message) => throw new InvalidOperationException(message)).Parse(json.Span)!;
        var source = new SourceRecord(file, position, value, default);
        return new ReadRecord(source, reader.Read(new RecordFields(source, new FaultLog(1))).Record!);
    }

    /// <summary>The record's JSON in an entry of the spool.</summary>
    public static ReadOnlySpan<byte> Json(SpoolEntry entry) => entry.Payload.Span[PlaceBytes..];

    private bool IsDone => (faults.IsFull && !request.SkipInvalid) || tally.Sound >= request.Limit;

    private bool HasColumns(SourceRecord record)
    {
        var names = record.Value!.Fields.Select(field => field.Key).ToList();
        var missing = format.Required(request.Fields).Where(name => record.Value![name] is null && record.Value![name.Split('.')[0]] is null).ToList();
        foreach (var name in missing)
        {
            faults.Add(new ImportFault(record.File.Name, record.File.Unit, 0, 0, FieldName.Of(name), $"found no column of this name; there are {string.Join(", ", names.Take(50).Select(n => QuotedText.Of(n)))}"));
        }

        return missing.Count == 0;
    }

    private void Take(SourceRecord record)
    {
        if (++tally.Read % 1000 == 0)
        {
            request.Progress?.Report(tally.Read);
        }

        var fields = record.Value is null ? null : new RecordFields(record, faults);
        var outcome = fields is { IsSound: true } ? reader.Read(fields) : default;
        if (fields is not { IsSound: true })
        {
            tally.LeftOut(ImportTally.Invalid);
        }
        else if (outcome.LeftOut is { } reason)
        {
            tally.LeftOut(reason);
        }
        else if (outcome.Record is { } content)
        {
            Spool(record, content);
        }
    }

    private void Spool(SourceRecord record, ImportedRecord content)
    {
        if (_files.Count == 0 || _files[^1] != record.File)
        {
            _files.Add(record.File);
        }

        var length = PlaceBytes + record.Json.Length;
        if (_payload.Length < length)
        {
            _payload = new byte[length * 2];
        }

        BinaryPrimitives.WriteInt32LittleEndian(_payload, _files.Count - 1);
        BinaryPrimitives.WriteInt64LittleEndian(_payload.AsSpan(4), record.Position.Line);
        BinaryPrimitives.WriteInt32LittleEndian(_payload.AsSpan(12), record.Position.Column);
        record.Json.Span.CopyTo(_payload.AsSpan(PlaceBytes));
        spool.Add(ProblemKeys.Of(content, format), tally.Sound++, _payload.AsSpan(0, length));
    }
}
