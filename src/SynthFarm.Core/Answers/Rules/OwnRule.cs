namespace SynthFarm.Core.Answers.Rules;

/// <summary>This project's extraction and equivalence.</summary>
internal sealed class OwnRule : IAnswerRule
{
    public string Name => "synthfarm";

    public AnswerVerdict Judge(string gold, string response, string? statement = null) => AnswerVerification.Verify(gold, response, statement);
}
