using System.Text;

namespace SynthFarm.Core.Chat;

/// <summary>
/// How a family of models writes a conversation as one text. The templates here are the plain ones of their families: no tools, no default
/// system turn, no dates.
/// </summary>
/// <remarks>
/// A message that holds the text of a special token can end its own turn, because tokenizers turn that text into the token; whoever renders
/// text from elsewhere looks with <see cref="Forged"/> first.
/// </remarks>
public sealed class ChatTemplate
{
    private readonly Func<string, string> _before;
    private readonly Func<string, string> _after;
    private readonly Func<string, string> _content;
    private readonly string _begin;

    private ChatTemplate(string name, string begin, Func<string, string> before, Func<string, string> after, Func<string, string> content, params string[] specials)
    {
        Name = name;
        _begin = begin;
        _before = before;
        _after = after;
        _content = content;
        Specials = specials;
    }

    /// <summary>ChatML, as Qwen and SmolLM write it.</summary>
    public static ChatTemplate ChatML { get; } = new(
        "chatml", "", role => $"<|im_start|>{role}\n", _ => "<|im_end|>\n", content => content, "<|im_start|>", "<|im_end|>", "<|endoftext|>");

    /// <summary>Llama 3's; contents are trimmed, as there.</summary>
    public static ChatTemplate Llama3 { get; } = new(
        "llama3", "<|begin_of_text|>", role => $"<|start_header_id|>{role}<|end_header_id|>\n\n", _ => "<|eot_id|>", content => content.Trim(),
        "<|begin_of_text|>", "<|end_of_text|>", "<|start_header_id|>", "<|end_header_id|>", "<|eot_id|>");

    /// <summary>Mistral's instruction format; a system turn is written as one more instruction.</summary>
    public static ChatTemplate Mistral { get; } = new(
        "mistral", "<s>", role => role == "assistant" ? "" : "[INST] ", role => role == "assistant" ? "</s>" : "[/INST]",
        content => content, "<s>", "</s>", "[INST]", "[/INST]");

    /// <summary>No template: the contents one after the other, a blank line between them.</summary>
    public static ChatTemplate Raw { get; } = new("raw", "", _ => "", role => role == "assistant" ? "" : "\n\n", content => content);

    /// <summary>All templates, by name.</summary>
    public static IReadOnlyList<ChatTemplate> All { get; } = [ChatML, Llama3, Mistral, Raw];

    public string Name { get; }

    /// <summary>The texts that tokenizers of this family turn into special tokens.</summary>
    public IReadOnlyList<string> Specials { get; }

    /// <summary>The template of a name; null when there is none.</summary>
    public static ChatTemplate? Find(string name) => All.FirstOrDefault(template => template.Name == name);

    /// <summary>The conversation in pieces.</summary>
    /// <param name="messages">Role and content of each turn, in order.</param>
    /// <param name="openAssistant">Whether the text ends with the beginning of an assistant's turn, for a model to go on.</param>
    public IReadOnlyList<ChatPiece> Pieces(IEnumerable<(string Role, string Content)> messages, bool openAssistant = false)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var pieces = new List<ChatPiece>();
        Add("", ChatPieceKind.Mark, _begin);
        foreach (var (role, content) in messages)
        {
            Add(role, ChatPieceKind.Mark, _before(role));
            Add(role, ChatPieceKind.Content, _content(content));
            Add(role, ChatPieceKind.End, _after(role));
        }

        if (openAssistant)
        {
            Add("assistant", ChatPieceKind.Mark, _before("assistant"));
        }

        return pieces;

        void Add(string role, ChatPieceKind kind, string text)
        {
            if (text.Length > 0)
            {
                pieces.Add(new ChatPiece(role, kind, text));
            }
        }
    }

    /// <summary>The conversation as one text; see <see cref="Pieces"/>.</summary>
    /// <inheritdoc cref="Pieces" path="/param"/>
    public string Render(IEnumerable<(string Role, string Content)> messages, bool openAssistant = false)
        => Pieces(messages, openAssistant).Aggregate(new StringBuilder(), (text, piece) => text.Append(piece.Text)).ToString();

    /// <summary>The special tokens that a text would forge; empty for harmless text.</summary>
    public IEnumerable<string> Forged(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Specials.Where(special => text.Contains(special, StringComparison.Ordinal));
    }
}
