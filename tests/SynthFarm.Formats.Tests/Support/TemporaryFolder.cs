using System.Text;

namespace SynthFarm.Formats.Tests.Support;

/// <summary>A folder that is gone when the test is.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("synthfarm-formats-");

    public string this[string name] => Path.Combine(_folder.FullName, name);

    public string Write(string name, string contents) => Write(name, Encoding.UTF8.GetBytes(contents));

    public string Write(string name, byte[] contents)
    {
        File.WriteAllBytes(this[name], contents);
        return this[name];
    }

    /// <summary>Everything below it, by relative path.</summary>
    public IReadOnlyList<string> Entries => [.. _folder.EnumerateFileSystemInfos("*", SearchOption.AllDirectories).Select(e => Path.GetRelativePath(_folder.FullName, e.FullName)).Order()];

    public void Dispose() => _folder.Delete(recursive: true);
}
