using SynthFarm.Core.Chat;
using SynthFarm.Inference.Engine;
using SynthFarm.Inference.Weights;

namespace SynthFarm.Inference.Server.Models;

/// <summary>A model under the name that requests ask for it by.</summary>
/// <param name="Name">The name.</param>
/// <param name="Engine">The model; it stays the caller's to dispose.</param>
public sealed record ServedModel(string Name, EngineModel Engine)
{
    /// <summary>How conversations are written. Default null: contents one after the other, a line feed behind each.</summary>
    public ChatTemplate? Template { get; init; }

    /// <summary>Where a reward model's scores are read. Default plain: at every token.</summary>
    public RewardDialect Dialect { get; init; } = RewardDialect.Plain;

    /// <summary>Whether it is asked for scores, not for text.</summary>
    public bool Scores => Engine.Engine.Config.Head != LlamaHead.LanguageModel || Dialect.Positive is not null;

    /// <summary>Tokens it can read and write in one go.</summary>
    public int ContextLength => Engine.Engine.Config.MaxPositions;
}
