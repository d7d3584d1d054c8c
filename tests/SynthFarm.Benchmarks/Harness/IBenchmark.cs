namespace SynthFarm.Benchmarks.Harness;

/// <summary>One comparison or measurement that the documents quote. It prints its figures and judges nothing.</summary>
internal interface IBenchmark
{
    /// <summary>The first word of the command line, e.g. <c>parquet</c>.</summary>
    string Name { get; }

    /// <summary>One line for the list.</summary>
    string Summary { get; }

    /// <param name="arguments">The words behind the name.</param>
    /// <param name="output">Where the figures go.</param>
    /// <returns>0 when the figures were made, 1 when something it needs is missing; what, it has said.</returns>
    Task<int> RunAsync(BenchmarkArguments arguments, TextWriter output);
}
