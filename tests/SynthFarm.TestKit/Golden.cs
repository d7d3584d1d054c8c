using System.Runtime.CompilerServices;

namespace SynthFarm.TestKit;

/// <summary>
/// Compares text with a golden file beside the test: <c>Class.Test.verified.txt</c>. On a difference the text received is written next to it
/// as <c>.received.txt</c>; with <c>SYNTHFARM_ACCEPT_GOLDEN=1</c> it becomes the golden file, to be read in the diff.
/// </summary>
public static class Golden
{
    public static void Verify(string text, string extension = "txt", [CallerFilePath] string file = "", [CallerMemberName] string test = "")
    {
        ArgumentNullException.ThrowIfNull(text);
        var stem = Path.Combine(Path.GetDirectoryName(file)!, $"{Path.GetFileNameWithoutExtension(file)}.{test}");
        var golden = $"{stem}.verified.{extension}";
        var received = $"{stem}.received.{extension}";
        if (Environment.GetEnvironmentVariable("SYNTHFARM_ACCEPT_GOLDEN") == "1")
        {
            File.WriteAllText(golden, text);
            return;
        }

        var expected = File.Exists(golden) ? File.ReadAllText(golden) : null;
        if (expected == text)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text);
        throw new GoldenMismatchException(expected is null
            ? $"There is no golden file {golden}; what was received is beside it."
            : $"{golden} differs from what was received.\n--- expected\n{expected}\n--- received\n{text}");
    }
}
