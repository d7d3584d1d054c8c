using SynthFarm.Benchmarks.Harness;

return await BenchmarkProgram.RunAsync(args).ConfigureAwait(false);
