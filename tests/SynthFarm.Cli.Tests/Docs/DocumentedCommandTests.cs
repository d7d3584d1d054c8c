using System.CommandLine.Parsing;
using System.Runtime.CompilerServices;
using SynthFarm.Cli.Commands;

namespace SynthFarm.Cli.Tests.Docs;

/// <summary>Reads the pages: every command they show must be one the program takes, and every page they link to must exist.</summary>
public class DocumentedCommandTests
{
    private const string Launch = "dotnet run -c Release --project src/SynthFarm.Cli -- ";

    public static TheoryData<string> Pages => [.. AllPages().Select(page => Path.GetRelativePath(Root(), page))];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_command_of_a_page_parses(string page)
    {
        foreach (var command in Commands(File.ReadAllLines(Path.Combine(Root(), page))))
        {
            var arguments = CommandLineParser.SplitCommandLine(command).ToArray();
            var errors = SynthFarmCommand.Create().Parse(arguments).Errors.Select(error => error.Message);
            Assert.True(!errors.Any(), $"{page}: \"synthfarm {command}\": {string.Join(" ", errors)}");
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_of_a_page_leads_somewhere(string page)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Root(), page))!;
        var links = System.Text.RegularExpressions.Regex.Matches(File.ReadAllText(Path.Combine(Root(), page)), @"\]\((?!https?:|#)([^)#\s]+)")
            .Select(match => match.Groups[1].Value);
        Assert.All(links, link => Assert.True(Path.Exists(Path.Combine(folder, link)), $"{page} links to {link}, which is not there."));
    }

    [Fact]
    public void The_readme_shows_its_two_commands()
    {
        var readme = File.ReadAllText(Path.Combine(Root(), "README.md"));
        Assert.Contains(Launch + "demo\ndotnet test\n", readme, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Commands(IEnumerable<string> lines)
    {
        var isCode = false;
        foreach (var line in lines.Select(line => line.Trim()))
        {
            isCode ^= line.StartsWith("```", StringComparison.Ordinal);
            var start = line.StartsWith("synthfarm ", StringComparison.Ordinal) ? "synthfarm ".Length
                : line.StartsWith(Launch, StringComparison.Ordinal) ? Launch.Length
                : -1;
            if (isCode && start > 0)
            {
                yield return line[start..].Split(" > ")[0].Split("   #")[0];
            }
        }
    }

    private static IEnumerable<string> AllPages() =>
    [
        Path.Combine(Root(), "README.md"),
        .. Directory.GetFiles(Path.Combine(Root(), "docs"), "*.md", SearchOption.AllDirectories),
        .. Directory.GetFiles(Path.Combine(Root(), "src", "SynthFarm.TinyModels"), "README.md"),
    ];

    private static string Root([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", ".."));
}
