using SynthFarm.Inference.OpenAI.Addresses;

namespace SynthFarm.Cli.Models;

/// <summary>Where a model is: on the embedded engine, or served.</summary>
internal sealed record ModelAddress(ModelUri? Embedded, ServedAddress? Served);
