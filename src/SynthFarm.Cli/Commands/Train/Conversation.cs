namespace SynthFarm.Cli.Commands.Train;

/// <summary>A training row: what the user asks and what the assistant is to learn to say.</summary>
internal sealed record Conversation(string User, string Assistant);
