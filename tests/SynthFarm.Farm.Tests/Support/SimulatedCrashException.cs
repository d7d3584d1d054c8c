namespace SynthFarm.Farm.Tests.Support;

/// <summary>Stands for the end of the process.</summary>
internal sealed class SimulatedCrashException(string point) : Exception($"crashed at {point}");
