using System.Text;
using SynthFarm.Farm.ProblemFiles;
using SynthFarm.Farm.Runs;
using SynthFarm.Farm.Tests.Support;
using SynthFarm.TestKit;

namespace SynthFarm.Farm.Tests.Promises;

/// <summary>Promise 8: bad input is named by line, column and field, all of it at once, and nothing is written.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly FarmHarness _farm = new();

    public void Dispose() => _farm.Dispose();

    [Fact]
    public async Task Every_fault_of_a_bad_file_is_told_and_nothing_is_written()
    {
        using (var file = File.Create(_farm.ProblemsPath))
        {
            void Line(string text) => file.Write(Encoding.UTF8.GetBytes(text + "\n"));
            Line(Some.ProblemLine(1));
            Line("{\"problem\": \"What is 1 + 1?\", \"answer\": \"2\"");
            Line(Some.ProblemLine(3, "twice"));
            Line(Some.ProblemLine(4, "twice"));
            Line("");
            file.Write("{\"problem\": \"\xC3\x28\", \"answer\": \"2\"}\n"u8[..12]);
            file.Write([0xC3, 0x28]);
            Line("\", \"answer\": \"2\"}");
            Line("{\"problem\": \"What?\"}");
            Line("{\"problem\": \"" + new string('x', 10_000_000) + "\", \"answer\": \"2\"}");
            Line(Some.ProblemLine(9));
        }

        var error = await Assert.ThrowsAsync<ProblemFileException>(() => _farm.RunAsync());
        Assert.Equal([2, 4, 6, 7, 8], error.Faults.Select(fault => fault.Line));
        Assert.Equal("problem", error.Faults[1].Field);
        Assert.Contains("UTF-8", error.Faults[2].Message, StringComparison.Ordinal);
        Assert.Equal("answer", error.Faults[3].Field);
        Assert.Contains("10000030 bytes", error.Faults[4].Message, StringComparison.Ordinal);
        Assert.All(error.Faults, fault => Assert.True(fault.Column > 0));
        Assert.All(error.Message.Split(Environment.NewLine), line => Assert.StartsWith(_farm.ProblemsPath + ": line ", line, StringComparison.Ordinal));
        Assert.False(Directory.Exists(_farm.At("run")));
    }

    [Fact]
    public async Task A_bad_file_leaves_an_existing_run_as_it_was()
    {
        _farm.WriteProblems(3);
        await _farm.RunAsync();
        var before = Directory.GetFiles(_farm.At("run"), "*", SearchOption.AllDirectories).ToDictionary(file => file, File.GetLastWriteTimeUtc);
        _farm.WriteLines([Some.ProblemLine(1), "{}"]);
        await Assert.ThrowsAsync<ProblemFileException>(() => _farm.RunAsync());
        Assert.Equal(before, Directory.GetFiles(_farm.At("run"), "*", SearchOption.AllDirectories).ToDictionary(file => file, File.GetLastWriteTimeUtc));
    }

    [Fact]
    public void No_more_faults_are_told_than_asked_for()
    {
        _farm.WriteLines(Enumerable.Repeat("{", 250));
        var report = ProblemFile.Check(_farm.ProblemsPath);
        Assert.Equal((100, false), (report.Faults.Count, report.IsComplete));
        Assert.EndsWith("reading stopped here; there may be more faults than these 100.", new ProblemFileException(report).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_with_other_things_in_it_is_not_taken_for_a_run()
    {
        _farm.WriteProblems(1);
        Directory.CreateDirectory(_farm.At("run"));
        await File.WriteAllTextAsync(_farm.At("run", "thesis.tex"), "");
        var error = await Assert.ThrowsAsync<RunDirectoryException>(() => _farm.RunAsync());
        Assert.Equal($"{_farm.At("run")}: holds \"thesis.tex\" and is no run directory; use an empty or a new one.", error.Message);
    }

    [Fact]
    public async Task A_place_that_cannot_be_written_is_named()
    {
        _farm.WriteProblems(1);
        var error = await Assert.ThrowsAsync<RunDirectoryException>(() => _farm.RunAsync(Path.Combine("problems.jsonl", "run")));
        Assert.StartsWith($"{_farm.At("problems.jsonl", "run")}: cannot be used: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_read_only_folder_is_named()
    {
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
        {
            Assert.Skip("This user may write everywhere.");
            return;
        }

        _farm.WriteProblems(1);
        Directory.CreateDirectory(_farm.At("locked"));
        File.SetUnixFileMode(_farm.At("locked"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var error = await Assert.ThrowsAsync<RunDirectoryException>(() => _farm.RunAsync(Path.Combine("locked", "run")));
        Assert.Contains("denied", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_to_continue_is_said()
    {
        var error = await Assert.ThrowsAsync<RunDirectoryException>(() => _farm.RunAsync(withProblems: false));
        Assert.Equal($"{_farm.At("run")}: not found; there is no run to continue.", error.Message);
    }

    [Fact]
    public async Task A_changed_copy_of_the_problems_is_noticed()
    {
        _farm.WriteProblems(3);
        await _farm.RunAsync();
        var copy = Assert.Single(Directory.GetFiles(_farm.At("run", "problems")));
        await File.AppendAllTextAsync(copy, Some.ProblemLine(4) + "\n");
        var error = await Assert.ThrowsAsync<ProblemFileException>(() => _farm.RunAsync(withProblems: false));
        Assert.Contains("do not match the checksum in run.json", error.Message, StringComparison.Ordinal);
    }
}
