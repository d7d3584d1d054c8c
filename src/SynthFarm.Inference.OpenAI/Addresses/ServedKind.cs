namespace SynthFarm.Inference.OpenAI.Addresses;

/// <summary>What a served model is for.</summary>
public enum ServedKind
{
    /// <summary><c>openai:</c>: a policy that writes steps.</summary>
    Policy = 0,

    /// <summary><c>prm:</c>: a process reward model behind <c>/pooling</c>.</summary>
    Reward = 1,

    /// <summary><c>judge:openai:</c>: a language model that is asked whether a step is right.</summary>
    Judge = 2,
}
