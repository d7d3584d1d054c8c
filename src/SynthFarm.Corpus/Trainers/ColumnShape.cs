namespace SynthFarm.Corpus.Trainers;

/// <summary>The types that trainers ask of a column.</summary>
public enum ColumnShape
{
    /// <summary><c>string</c>.</summary>
    Text,

    /// <summary><c>list&lt;string&gt;</c>.</summary>
    TextList,

    /// <summary><c>bool</c>. A number is cut to 0 by TRL, so a soft score would lose its meaning.</summary>
    Boolean,

    /// <summary><c>list&lt;bool&gt;</c>.</summary>
    BooleanList,

    /// <summary><c>int64</c> or <c>int32</c>.</summary>
    WholeNumber,

    /// <summary><c>struct&lt;role: string, content: string&gt;</c>, and nothing beside the two: chat templates see every field.</summary>
    Message,

    /// <summary><c>list&lt;struct&lt;role: string, content: string&gt;&gt;</c>.</summary>
    Messages,

    /// <summary>verl's <c>reward_model</c>: <c>struct&lt;style: string, ground_truth: string&gt;</c>.</summary>
    RuleReward,

    /// <summary>verl's <c>extra_info</c>: a struct with <c>split: string</c> and <c>index: int64</c>.</summary>
    ExtraInfo,
}
