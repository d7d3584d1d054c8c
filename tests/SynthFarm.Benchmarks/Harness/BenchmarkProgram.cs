namespace SynthFarm.Benchmarks.Harness;

/// <summary>Finds a benchmark by name and runs it.</summary>
internal static class BenchmarkProgram
{
    private static IReadOnlyList<IBenchmark> All { get; } = [.. typeof(BenchmarkProgram).Assembly.GetTypes()
        .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IBenchmark)))
        .Select(type => (IBenchmark)Activator.CreateInstance(type)!)
        .OrderBy(benchmark => benchmark.Name, StringComparer.Ordinal)];

    public static async Task<int> RunAsync(string[] words)
    {
        if (words.Length == 0 || All.FirstOrDefault(b => b.Name == words[0]) is not { } benchmark)
        {
            await Console.Error.WriteLineAsync("usage: benchmarks NAME [--key value ...]").ConfigureAwait(false);
            foreach (var known in All)
            {
                await Console.Error.WriteLineAsync($"  {known.Name,-16} {known.Summary}").ConfigureAwait(false);
            }

            return 2;
        }

        try
        {
            var arguments = new BenchmarkArguments(words.AsSpan(1));
            var status = await benchmark.RunAsync(arguments, Console.Out).ConfigureAwait(false);
            foreach (var key in arguments.Unknown)
            {
                await Console.Error.WriteLineAsync($"benchmarks: {benchmark.Name} does not know --{key}").ConfigureAwait(false);
                status = 2;
            }

            return status;
        }
        catch (FormatException e)
        {
            await Console.Error.WriteLineAsync($"benchmarks: {e.Message}").ConfigureAwait(false);
            return 2;
        }
    }
}
