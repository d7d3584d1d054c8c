using SynthFarm.Formats.Faults;
using SynthFarm.Parquet;

namespace SynthFarm.Formats.Sources;

/// <summary>Turns what breaks while a file is read (a cut archive, a damaged page) into a fault that names the file.</summary>
internal static class SourceGuard
{
    /// <summary>Enumerates until the end or until reading fails; what came before stays.</summary>
    public static IEnumerable<T> Read<T>(IEnumerable<T> items, SourceFile file, FaultLog faults)
    {
        using var source = items.GetEnumerator();
        while (TryMove(source, file, faults))
        {
            yield return source.Current;
        }
    }

    private static bool TryMove<T>(IEnumerator<T> source, SourceFile file, FaultLog faults)
    {
        try
        {
            return source.MoveNext();
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            faults.Add(new ImportFault(file.Name, file.Unit, 0, 0, "", $"cannot be read to its end: {e.Message}"));
            return false;
        }
        catch (ParquetFormatException e)
        {
            // The message begins with the file's name.
            var message = e.Message.StartsWith(file.Name + ": ", StringComparison.Ordinal) ? e.Message[(file.Name.Length + 2)..] : e.Message;
            faults.Add(new ImportFault(file.Name, file.Unit, 0, 0, "", message));
            return false;
        }
    }
}
