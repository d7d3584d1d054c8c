namespace SynthFarm.Core.Answers;

/// <summary>A comparison took more work than it may; its verdict is unknown.</summary>
internal sealed class WorkLimitException(string message) : Exception(message);
