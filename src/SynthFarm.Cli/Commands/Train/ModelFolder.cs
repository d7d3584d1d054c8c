using SynthFarm.Cli.Terminal;
using SynthFarm.Inference.Tokenization;
using SynthFarm.Inference.Weights;
using SynthFarm.TinyModels;

namespace SynthFarm.Cli.Commands.Train;

/// <summary>Loads the model folder a training starts from.</summary>
internal static class ModelFolder
{
    /// <summary>The folder of a policy's URI: <c>tiny</c> or <c>file:DIR</c>.</summary>
    /// <exception cref="CliException">The URI is another, or there is no such folder.</exception>
    public static string OfPolicy(string uri, string option)
    {
        var folder = uri == "tiny" ? TinyModelFiles.Policy
            : uri.StartsWith("file:", StringComparison.Ordinal) ? uri["file:".Length..]
            : throw CliException.Usage($"{option} is '{uri}'; this build trains from tiny and file:DIR.");
        return Directory.Exists(folder) ? folder : throw CliException.Usage($"{option}: there is no folder {folder}.");
    }

    public static LlamaWeights Weights(string folder, string option) => Read(() => LlamaWeights.Load(folder), folder, option);

    public static Tokenizer Tokenizer(string folder, string option) =>
        Read(() => Inference.Tokenization.Tokenizer.Load(folder), folder, option);

    private static T Read<T>(Func<T> read, string folder, string option)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is InvalidDataException or TokenizerFormatException or IOException or UnauthorizedAccessException)
        {
            throw CliException.Usage($"{option}: {folder}: {e.Message}", e);
        }
    }
}
