namespace SynthFarm.Inference.Weights;

/// <summary>What reads the last hidden state.</summary>
public enum LlamaHead
{
    /// <summary>Logits over the vocabulary (<c>LlamaForCausalLM</c>).</summary>
    LanguageModel,

    /// <summary>One score per position (<c>LlamaForTokenClassification</c> with a single label): a process reward model.</summary>
    Score,
}
