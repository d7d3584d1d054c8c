using SynthFarm.Core.Problems;
using SynthFarm.Farm.ProblemFiles;
using SynthFarm.Farm.Specification;
using SynthFarm.Farm.Tests.Support;
using SynthFarm.TestKit;

namespace SynthFarm.Farm.Tests.ProblemFiles;

public sealed class ScannedProblemFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Kept_lines_are_copied_byte_for_byte_in_order()
    {
        var path = Write("\uFEFF{\"problem\": \"é?\",  \"answer\":1, \"own\":[2]}\r\n\n" + Some.ProblemLine(2) + "\n" + Some.ProblemLine(2) + "\n" + Some.ProblemLine(3));
        var seen = new List<Problem>();
        var file = ScannedProblemFile.Read(path, new LimitOptions(), seen.Add);

        file.Copy(_folder.At("out"), index => index != 1);

        Assert.Equal((3, 1), (file.Count, file.Report.Duplicates));
        Assert.Equal([1, 3, 5], Enumerable.Range(0, 3).Select(file.LineOf));
        Assert.Equal("{\"problem\": \"é?\",  \"answer\":1, \"own\":[2]}\n" + Some.ProblemLine(3) + "\n", File.ReadAllText(_folder.At("out")));
        Assert.Equal([seen[2].Id, seen[0].Id], file.Again([2, 0]).Select(problem => problem.Id));
    }

    [Fact]
    public void Faults_are_told_before_anything_is_copied()
    {
        var path = Write(Some.ProblemLine(1) + "\n{}\n");

        Assert.Equal(2, Assert.Throws<ProblemFileException>(() => ScannedProblemFile.Read(path, new LimitOptions(), _ => { })).Faults[0].Line);
    }

    [Fact]
    public void File_that_changes_meanwhile_is_refused()
    {
        var file = ScannedProblemFile.Read(Write(Some.ProblemLine(1) + "\n" + Some.ProblemLine(2) + "\n"), new LimitOptions(), _ => { });
        Write(Some.ProblemLine(1) + "\n" + Some.ProblemLine(3) + "\n");

        Assert.Throws<ProblemFileException>(() => file.Copy(_folder.At("out"), _ => true));
        Assert.Throws<ProblemFileException>(() => file.Again([1]).ToList());
    }

    private string Write(string contents)
    {
        File.WriteAllText(_folder.At("p.jsonl"), contents);
        return _folder.At("p.jsonl");
    }
}
