using SynthFarm.Formats.Conversations;
using SynthFarm.Formats.Gsm8k;
using SynthFarm.Formats.HendrycksMath;
using SynthFarm.Formats.MathShepherd;
using SynthFarm.Formats.MrGsm8K;
using SynthFarm.Formats.NamedColumns;
using SynthFarm.Formats.O1Journey;
using SynthFarm.Formats.Prm800K;
using SynthFarm.Formats.ProcessBench;
using SynthFarm.Formats.Sources;
using SynthFarm.Formats.Still;

namespace SynthFarm.Formats;

/// <summary>The formats that can be imported and exported, by name.</summary>
public static class FormatRegistry
{
    internal static IReadOnlyList<ProblemFormat> All { get; } =
    [
        new("gsm8k", "GSM8K: question, answer with #### n", SolutionKind.Reference)
        {
            Reader = _ => new Gsm8kReader(), Writer = _ => new Gsm8kWriter(), Required = _ => ["question", "answer"], License = "MIT",
        },
        new("math", "MATH (hendrycks): a folder of one JSON file per problem, or records of one file", SolutionKind.Reference)
        {
            Reader = _ => new MathReader(), Writer = _ => new MathWriter(), Required = _ => ["problem", "solution"], AllowsFolder = true, Carries = ["level", "topic"], License = "MIT",
        },
        new("prm800k", "PRM800K: rated siblings of each step, both phases", SolutionKind.Siblings)
        {
            Reader = _ => new Prm800KReader(), Writer = _ => new Prm800KWriter(), Required = _ => ["question", "label"], ProblemFields = ["question"], License = "MIT",
        },
        new("math-shepherd", "Math-Shepherd: input and label with the step tag", SolutionKind.Path)
        {
            Reader = _ => new MathShepherdReader(), Writer = _ => new MathShepherdWriter(), Required = _ => ["input", "label"],
            HasNoGold = true, ProblemFields = ["task"], Carries = ["topic"],
        },
        new("mr-gsm8k", "MR-GSM8K: solutions with the first wrong step and why", SolutionKind.Path)
        {
            Reader = _ => new MrGsm8KReader(), Writer = _ => new MrGsm8KWriter(), Required = _ => ["question", "ground_truth_answer", "model_output_steps"],
            ProblemFields = ["question", "ground_truth_answer", "ground_truth_solution"], Carries = ["id"], NamesFirstError = true,
        },
        new("processbench", "ProcessBench: steps with the first wrong one", SolutionKind.Path)
        {
            Reader = _ => new ProcessBenchReader(), Writer = _ => new ProcessBenchWriter(), Required = _ => ["problem", "steps", "label"],
            HasNoGold = true, NamesFirstError = true, ProblemFields = ["problem"], License = "Apache-2.0",
        },
        new("o1-journey", "O1-Journey: question, answer, longCOT with ####", SolutionKind.LongThought)
        {
            Reader = _ => new O1JourneyReader(), Writer = _ => new O1JourneyWriter(), Required = _ => ["question", "answer", "longCOT"], ProblemFields = ["question", "answer"],
        },
        new("still", "STILL-2 long-form thoughts: question, combined_text, domain", SolutionKind.LongThought)
        {
            Reader = _ => new StillReader(), Writer = _ => new StillWriter(), Required = _ => ["question", "combined_text"],
            ProblemFields = ["question", "domain"], Carries = ["topic"],
        },
        Conversation(ConversationForm.ShareGpt, "ShareGPT: system, conversations[from, value]"),
        Conversation(ConversationForm.Messages, "messages[role, content]"),
        Columns("jsonl", "JSON lines with named fields", null),
        Columns("csv", "CSV with named columns", RecordForm.Csv),
        Columns("parquet", "Parquet with named columns", RecordForm.Parquet),
    ];

    /// <summary>The names, in the order of the documentation.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(format => format.Name)];

    /// <exception cref="ArgumentException">There is no such format.</exception>
    internal static ProblemFormat Get(string name) =>
        All.FirstOrDefault(format => format.Name == name) ?? throw new ArgumentException($"There is no format \"{name}\"; there are {string.Join(", ", Names)}.", nameof(name));

    private static ProblemFormat Conversation(ConversationForm form, string summary) => new(form.Name, summary, SolutionKind.LongThought)
    {
        // Without a named gold column the response's own answer stands for it.
        Reader = names => new ConversationReader(form, names.Answer == new FieldNames().Answer ? null : names.Answer),
        Writer = _ => new ConversationWriter(form),
        Required = _ => [form.Turns],
        IsDataSet = false,
    };

    private static ProblemFormat Columns(string name, string summary, RecordForm? form) => new(name, summary, SolutionKind.Reference)
    {
        Reader = names => new ColumnReader(name, names),
        Writer = names => new ColumnWriter(names, metaAsText: form is not null),
        Form = form,
        Kin = ["jsonl", "csv", "parquet"],
        IsDataSet = false,
        Required = names => [names.Problem, names.Answer],
        Carries = ["id", "kind", "source", "topic", "level", "split", "license", "meta"],
    };
}
