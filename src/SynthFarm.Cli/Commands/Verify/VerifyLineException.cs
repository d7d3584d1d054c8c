namespace SynthFarm.Cli.Commands.Verify;

/// <summary>A line that is to be verified cannot be read.</summary>
internal sealed class VerifyLineException(int column, string message, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>From 1, in characters.</summary>
    public int Column { get; } = column;
}
