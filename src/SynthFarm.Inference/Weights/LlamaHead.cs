namespace SynthFarm.Inference.Weights;

/// <summary>What reads the last hidden state.</summary>
public enum LlamaHead
{
    /// <summary>Logits over the vocabulary (<c>...ForCausalLM</c>).</summary>
    LanguageModel,

    /// <summary>One score per position (<c>...ForTokenClassification</c> with a single label): a process reward model.</summary>
    Score,

    /// <summary>
    /// Logits over two or more labels per position (<c>...ForTokenClassification</c>, <c>Qwen2ForProcessRewardModel</c>); label 1 says that
    /// a step is right.
    /// </summary>
    Labels,
}
