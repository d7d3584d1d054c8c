using SynthFarm.Proof;
using SynthFarm.Proof.Reporting;
using SynthFarm.Proof.Runs;
using SynthFarm.Proof.Sweeps;
using SynthFarm.Proof.Sweeps.Faults;

namespace SynthFarm.Cli.Tests.Proof;

/// <summary>The sweeps of SynthFarm.Proof, small enough for every build: real processes, the shipped models, published files compared byte for byte.</summary>
public sealed class SweepTests(ITestOutputHelper output)
{
    [Fact]
    public Task Run_killed_at_random_moments_and_resumed_publishes_the_same_bytes() => HoldsAsync(new KillSweep(), problems: 60);

    [Fact]
    public Task Run_that_dies_at_every_crash_point_publishes_the_same_bytes() => HoldsAsync(new CrashChainSweep(), problems: 120);

    [Fact]
    public Task Run_publishes_the_same_bytes_at_any_concurrency() => HoldsAsync(new ConcurrencySweep(1, 8), problems: 40);

    [Fact]
    public Task Bad_problem_file_is_refused_by_line_and_field_and_nothing_is_written() => HoldsAsync(new FaultSweep(new BadProblemFile()), problems: 5);

    [Fact]
    public Task Second_process_on_a_run_directory_is_refused_by_the_id_of_the_first() => HoldsAsync(new FaultSweep(new SecondProcess()), problems: 40);

    [Fact]
    public Task Torn_journal_is_cut_back_and_a_damaged_one_refused() => HoldsAsync(new FaultSweep(new TornJournal(), new FlippedJournalByte()), problems: 40);

    [Fact]
    public Task Limit_on_the_size_of_files_is_named_with_the_file_by_run_and_publication() => HoldsAsync(new FaultSweep(new LimitedFiles()), problems: 40);

    [Fact]
    public Task Served_models_give_the_embedded_rows_and_so_does_their_replay() => HoldsAsync(new ServedSweep(), problems: 6);

    [Fact]
    public Task Chaos_before_the_server_changes_no_row_and_the_run_says_why_it_idles() => HoldsAsync(new ChaosSweep(), problems: 1, minutes: 0.01);

    private async Task HoldsAsync(Sweep sweep, int problems, double minutes = 1)
    {
        var options = new ProofOptions { Sweep = sweep.Name, Problems = problems, Kills = 3, Minutes = minutes, Set = sweep.Settings };
        using var workspace = new Workspace(options);
        using var lines = new StringWriter();
        var report = new ProofReport(lines);
        try
        {
            await sweep.RunAsync(workspace, options, report);
        }
        finally
        {
            output.WriteLine($"{lines}");
        }

        Assert.Empty(report.Violations);
        Assert.True(report.Held > 0);
    }
}
