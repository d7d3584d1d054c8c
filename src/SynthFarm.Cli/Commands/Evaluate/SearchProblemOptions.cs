using System.CommandLine;
using SynthFarm.Cli.Commands.Problems;
using SynthFarm.Cli.Terminal;
using SynthFarm.Core.Problems;
using SynthFarm.Core.Randomness;
using SynthFarm.Farm.ProblemFiles;
using SynthFarm.Farm.Specification;

namespace SynthFarm.Cli.Commands.Evaluate;

/// <summary>Where the problems of a comparison come from: a file, or the held-out part of a family.</summary>
internal sealed class SearchProblemOptions
{
    private const int DefaultCount = 300;
    private const int DefaultCalibration = 50;
    private const string DefaultFamily = "countdown";
    private static readonly (int Min, int Max) DefaultRange = (4, 5);

    private readonly Option<string?> _file = CommonOptions.Text("--problems", "A problem file to draw from; without one, held-out problems of a family.", "FILE");
    private readonly Option<string?> _family = CommonOptions.Text("--family", $"The family: {string.Join(" or ", ProblemFamilies.All.Select(f => f.Kind))} (default {DefaultFamily}).", "NAME");
    private readonly Option<string?> _difficulty = CommonOptions.Text("--difficulty", $"Countdown: how many numbers (default {DefaultRange.Min}..{DefaultRange.Max}). Arithmetic: how many operations.", "N|A..B");
    private readonly Option<int?> _count = CommonOptions.Number("--count", $"Problems to measure (default {DefaultCount}); fewer where the file has fewer.", 1, 1_000_000);
    private readonly Option<int?> _calibration = CommonOptions.Number("--calibration", $"Other problems, to match sizes on (default {DefaultCalibration}).", 1, 100_000);

    public IReadOnlyList<Option> All => [_file, _family, _difficulty, _count, _calibration];

    /// <summary>Draws the problems.</summary>
    /// <exception cref="CliException">The options contradict each other, or there are too few problems.</exception>
    /// <exception cref="ProblemFileException">The file has faults.</exception>
    public SearchProblems Read(ParseResult parse, ulong seed, CommandContext context)
    {
        var count = parse.GetValue(_count) ?? DefaultCount;
        var calibration = parse.GetValue(_calibration) ?? DefaultCalibration;
        var (name, difficulty) = (parse.GetValue(_family), parse.GetValue(_difficulty));
        if (parse.GetValue(_file) is not { } file)
        {
            return Generate(name ?? DefaultFamily, difficulty, count, calibration, seed);
        }

        return name is null && difficulty is null
            ? FromFile(file, count, calibration, seed, context.Interrupted)
            : throw CliException.Usage("--problems names a file; --family and --difficulty are for problems that are drawn.");
    }

    private static SearchProblems FromFile(string path, int count, int calibration, ulong seed, CancellationToken cancellationToken)
    {
        var file = ScannedProblemFile.Read(path, new LimitOptions(), _ => { }, cancellationToken);
        if (file.Count <= calibration)
        {
            throw CliException.Usage($"--problems: {path} has {file.Count} problems; more than --calibration, {calibration}, are needed.");
        }

        var order = Enumerable.Range(0, file.Count).ToArray();
        new Seed(seed).Derive("", SeedPurpose.Split).CreateRandom().Shuffle(order.AsSpan());
        return new SearchProblems([.. file.Again(order.Skip(calibration).Take(count).Order())], [.. file.Again(order.Take(calibration).Order())]);
    }

    private static SearchProblems Generate(string name, string? difficulty, int count, int calibration, ulong seed)
    {
        var family = ProblemFamilies.Find(name)
            ?? throw CliException.Usage($"--family is '{name}'; allowed are {string.Join(", ", ProblemFamilies.All.Select(f => f.Kind))}.");
        var range = difficulty is not null
            ? DifficultyRange.Read(difficulty, family)
            : name == DefaultFamily ? DefaultRange : DefaultDifficulty.Of(family);
        try
        {
            var problems = new ProblemGeneration(family, range, FamilySplit.HeldOut).Draw(count + calibration, new Seed(seed)).ToList();
            return new SearchProblems(problems[..count], problems[count..]);
        }
        catch (ProblemsExhaustedException e)
        {
            throw CliException.Usage($"--count is {count} and --calibration {calibration}: {e.Message}", e);
        }
    }
}
