using SynthFarm.Core.Models;
using SynthFarm.Core.Problems;
using SynthFarm.Core.Reasoning;
using SynthFarm.Inference.Tokenization;

namespace SynthFarm.Inference.Engine;

/// <summary>
/// What a reward model reads whose dialect marks steps. Each step's text is encoded for itself, and never as control tokens: whatever a step
/// says, there is one marker behind each, and as many scores as steps.
/// </summary>
internal sealed class MarkedSteps
{
    private readonly Tokenizer _tokenizer;
    private readonly RewardDialect _dialect;
    private readonly IReadOnlyList<int> _marker;
    private readonly int[] _between;

    /// <param name="tokenizer">Whose tokens.</param>
    /// <param name="dialect">How the model is asked.</param>
    /// <param name="marker">The tokens behind each step, as <see cref="DialectTokens"/> tells.</param>
    public MarkedSteps(Tokenizer tokenizer, RewardDialect dialect, IReadOnlyList<int> marker)
    {
        _tokenizer = tokenizer;
        _dialect = dialect;
        _marker = marker;
        _between = dialect.AfterMarker.Length == 0 ? [] : tokenizer.EncodeContinuation(dialect.AfterMarker);
    }

    /// <summary>The problem and the steps of a path, ready for the next step.</summary>
    /// <exception cref="ModelException">The statement or a step is no valid Unicode.</exception>
    public List<int> Path(Problem problem, IReadOnlyList<ReasoningStep> path)
    {
        List<int> tokens = PathTokens.Of(_tokenizer, _dialect.Prompt, problem, []);
        foreach (ReasoningStep step in path)
        {
            Add(tokens, step.Text);
            tokens.AddRange(_between);
        }

        return tokens;
    }

    /// <summary>Adds a step and its marker, whose last token is the one to read at.</summary>
    /// <exception cref="ModelException">The step is no valid Unicode.</exception>
    public void Add(List<int> tokens, string step)
    {
        tokens.AddRange(PathTokens.Encode(_tokenizer, step.TrimEnd('\n')));
        tokens.AddRange(_marker);
    }
}
