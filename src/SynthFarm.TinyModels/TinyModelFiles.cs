namespace SynthFarm.TinyModels;

/// <summary>Where the shipped models lie: Hugging Face folders that are copied beside the program.</summary>
public static class TinyModelFiles
{
    /// <summary>The policy: config.json, model.safetensors, tokenizer.json, tokenizer_config.json.</summary>
    public static string Policy => Folder("tiny-policy");

    /// <summary>The process reward model: the same architecture and tokenizer with a scalar head.</summary>
    public static string Reward => Folder("tiny-reward");

    private static string Folder(string name)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "models", name);
        return Directory.Exists(folder)
            ? folder
            : throw new DirectoryNotFoundException($"The shipped model {name} is not at {folder}; the program's folder is incomplete.");
    }
}
