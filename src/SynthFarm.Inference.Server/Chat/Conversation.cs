using SynthFarm.Core.Chat;
using SynthFarm.Inference.Engine;
using SynthFarm.Inference.Server.Errors;
using SynthFarm.Inference.Server.Fields;
using SynthFarm.Inference.Server.Models;

namespace SynthFarm.Inference.Server.Chat;

/// <summary>A conversation and how it is to go on.</summary>
/// <param name="Messages">The turns.</param>
/// <param name="Open">Whether an assistant's turn is opened behind them.</param>
/// <param name="Continue">Whether the last turn, an assistant's, is left open to be continued.</param>
internal sealed record Conversation(IReadOnlyList<ChatMessage> Messages, bool Open, bool Continue)
{
    public static Conversation Read(RequestFields fields)
    {
        var messages = ChatMessages.Read(fields);
        var open = fields.Flag("add_generation_prompt");
        var goOn = fields.Flag("continue_final_message") ?? false;
        if (goOn && open == true)
        {
            fields.Fault("continue_final_message", "Invalid 'continue_final_message': cannot be true together with 'add_generation_prompt'.", "invalid_value");
        }

        if (goOn && messages is [.., { Role: not "assistant" }])
        {
            fields.Fault("continue_final_message", "Invalid 'continue_final_message': the last message is not the assistant's.", "invalid_value");
        }

        return new Conversation(messages, open ?? !goOn, goOn);
    }

    /// <summary>
    /// The tokens a model reads. Only the template's own marks become control tokens; what messages say cannot. Without a template, contents stand
    /// one after the other, a line feed behind each but one that is continued, and before them the tokens that the tokenizer asks for.
    /// </summary>
    /// <exception cref="ApiException">A content is no valid Unicode.</exception>
    public int[] Encode(ServedModel model)
    {
        var tokenizer = model.Engine.Tokenizer;
        return [.. model.Template is null ? tokenizer.PrefixIds : [], .. ChatTokens.Of(tokenizer, [.. Pieces(model.Template)])];
    }

    private IEnumerable<ChatPiece> Pieces(ChatTemplate? template)
    {
        var turns = Messages.Select(message => (message.Role, message.Content));
        if (template is null)
        {
            return turns.Select((turn, i) => Content(Continue && i == Messages.Count - 1 ? turn.Content : turn.Content + "\n"));
        }

        // A turn to be continued is taken as it is: what a template would trim is what the continuation begins at.
        return Continue
            ? template.Pieces(turns.SkipLast(1), openAssistant: true).Append(Content(Messages[^1].Content))
            : template.Pieces(turns, Open);
    }

    private static ChatPiece Content(string text) => new("", ChatPieceKind.Content, text);
}
