using SynthFarm.Formats.Json;
using SynthFarm.Formats.Records;

namespace SynthFarm.Formats.Conversations;

/// <summary>Writes a conversation of two turns: the problem and the response.</summary>
internal sealed class ConversationWriter(ConversationForm form) : IFormatWriter
{
    public RecordValue Write(ExportedRecord record) => RecordValue.Object(
        (form.Turns, RecordValue.Array([Turn(form.User, record.Problem.Statement), Turn(form.Assistant, record.Response(form.Thought))])));

    private RecordValue Turn(string role, string text) => RecordValue.Object((form.Role, RecordValue.Of(role)), (form.Text, RecordValue.Of(text)));
}
