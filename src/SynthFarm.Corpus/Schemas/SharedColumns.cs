using SynthFarm.Corpus.Rows;
using SynthFarm.Parquet.Mapping;

namespace SynthFarm.Corpus.Schemas;

/// <summary>Columns that several schemas have, in the order they stand in.</summary>
internal static class SharedColumns
{
    /// <summary><c>id</c> and where the row comes from, up to <c>config_hash</c>.</summary>
    public static RowMap<T> Origin<T>(this RowMap<T> map, Func<T, string> id, Func<T, RowOrigin> origin, bool optionalTree = false) => map
        .String("id", id)
        .OriginWithoutId(origin, optionalTree);

    /// <summary>As <see cref="Origin"/>, for a schema whose <c>id</c> stands elsewhere.</summary>
    public static RowMap<T> OriginWithoutId<T>(this RowMap<T> map, Func<T, RowOrigin> origin, bool optionalTree = false) => map
        .String("problem_id", r => origin(r).ProblemId)
        .String("tree_id", r => origin(r).TreeId, optionalTree)
        .String("source", r => origin(r).Source, optional: true)
        .String("topic", r => origin(r).Topic, optional: true)
        .String("level", r => origin(r).Level, optional: true)
        .String("license", r => origin(r).License, optional: true)
        .String("kind", r => origin(r).Kind, optional: true)
        .String("split", r => origin(r).Split)
        .String("policy_model", r => origin(r).PolicyModel)
        .String("prm_model", r => origin(r).RewardModel)
        .String("search", r => origin(r).Search)
        .Int32("round", r => origin(r).Round)
        .String("verifier", r => origin(r).Verifier)
        .String("config_hash", r => origin(r).ConfigHash);

    /// <summary>A list of turns.</summary>
    public static RowMap<T> Turns<T>(this RowMap<T> map, string name, Func<T, IReadOnlyList<ChatMessage>> turns)
        => map.Structs(name, turns, turn => turn.String("role", x => x.Role).String("content", x => x.Content));

    /// <summary>One assistant's turn as a struct.</summary>
    public static RowMap<T> AssistantTurn<T>(this RowMap<T> map, string name, Func<T, string> content)
        where T : class
        => map.Struct<T>(name, r => r, turn => turn.String("role", _ => ChatMessage.Assistant).String("content", content));
}
