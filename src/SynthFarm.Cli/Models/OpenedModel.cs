using SynthFarm.Inference.Engine;
using SynthFarm.Inference.OpenAI;

namespace SynthFarm.Cli.Models;

/// <summary>A model that is loaded, or opened at its servers.</summary>
internal sealed record OpenedModel(EngineModel? Engine, ServedModel? Served);
