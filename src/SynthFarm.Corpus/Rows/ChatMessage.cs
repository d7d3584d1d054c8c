namespace SynthFarm.Corpus.Rows;

/// <summary>One turn: exactly a role and its text, because chat templates see every field of the struct.</summary>
public readonly record struct ChatMessage(string Role, string Content)
{
    public const string User = "user";
    public const string Assistant = "assistant";
}
