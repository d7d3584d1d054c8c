namespace SynthFarm.Cli.Commands.Verify;

/// <summary>A line of a JSON-lines file.</summary>
/// <param name="Number">From 1, blank lines counted.</param>
/// <param name="Bytes">Its bytes without the line break; null when it is longer than <see cref="JsonLines.MaxLineBytes"/>.</param>
internal readonly record struct JsonLine(long Number, ReadOnlyMemory<byte>? Bytes)
{
    /// <summary>The bytes.</summary>
    /// <exception cref="VerifyLineException">The line is too long.</exception>
    public ReadOnlyMemory<byte> Require() =>
        Bytes ?? throw new VerifyLineException(1, $"the line is longer than {JsonLines.MaxLineBytes} bytes.");
}
