namespace SynthFarm.Cli.Tests.Surface;

/// <summary>A folder that is gone when the test is.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("synthfarm-cli-");

    public string this[string name] => Path.Combine(_folder.FullName, name);

    public string Write(string name, string contents)
    {
        File.WriteAllText(this[name], contents);
        return this[name];
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
