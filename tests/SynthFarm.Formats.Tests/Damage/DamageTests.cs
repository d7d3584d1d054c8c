using System.IO.Compression;
using System.Text;
using SynthFarm.Formats.Faults;
using SynthFarm.Formats.NamedColumns;
using SynthFarm.Formats.Sources;
using SynthFarm.Formats.Tests.Support;
using SynthFarm.Parquet.Rows;
using SynthFarm.Parquet.Schema;
using SynthFarm.Parquet.Writing;

namespace SynthFarm.Formats.Tests.Damage;

/// <summary>Damages of every format: each is named by file, place and field, with what was found and what is allowed, and nothing is written.</summary>
public class DamageTests
{
    private const string Good = "{\"question\":\"1+1?\",\"answer\":\"#### 2\"}\n";

    /// <summary>What is wrong, the format, the file's contents, and the fault told.</summary>
    public static TheoryData<string, string, string, string> Texts => new()
    {
        { "truncated JSON", "gsm8k", Good + "{\"question\":\"x\",\"ans", "line 2, column 21: found the end of the line within the JSON; allowed is one whole JSON object" },
        { "trailing text", "gsm8k", "{\"question\":\"x\",\"answer\":\"#### 1\"} x", "line 1, column 36: found 'x' where JSON does not allow it; allowed is one JSON object and nothing behind it" },
        { "no object", "gsm8k", Good + "17", "line 2, column 1: found the number 17; allowed is an object" },
        { "missing field", "gsm8k", "{\"question\":\"x\"}", "line 1, column 1, field answer: found none; allowed is a string that is not blank" },
        { "wrong type", "gsm8k", "{\"question\":\"x\",\"answer\":[1]}", "line 1, column 26, field answer: found an array; allowed is a string that is not blank" },
        { "blank field", "gsm8k", "{\"question\":\" \",\"answer\":\"#### 1\"}", "line 1, column 13, field question: found a blank string; allowed is a string that is not blank" },
        { "key twice", "gsm8k", "{\"question\":\"x\",\"question\":\"y\",\"answer\":\"#### 1\"}", "line 1, column 17, field question: found the key 'question' again; allowed is each key once" },
        { "lone surrogate", "gsm8k", "{\"question\":\"\\ud83d\",\"answer\":\"#### 1\"}", "line 1, column 13, field question: found half of a surrogate pair; allowed is well-formed Unicode" },
        { "NaN", "gsm8k", "{\"question\":NaN,\"answer\":\"#### 1\"}", "line 1, column 13: found NaN, which is not JSON; allowed are finite numbers, strings, true, false, null, arrays and objects" },
        { "column after a byte order mark", "gsm8k", "\uFEFF{\"question\":1,\"answer\":\"#### 1\"}\r\n", "line 1, column 16, field question: found the number 1; allowed is a string that is not blank" },
        { "no ####", "gsm8k", "{\"question\":\"x\",\"answer\":\"It is 1.\"}", "line 1, column 26, field answer: found no line that begins with ####; allowed is a solution whose last line is '#### ' and the answer" },
        { "nothing behind ####", "gsm8k", "{\"question\":\"x\",\"answer\":\"a\\n#### \"}", "line 1, column 26, field answer: found nothing behind ####; allowed is a solution whose last line is '#### ' and the answer" },
        { "deep nesting", "gsm8k", "{\"question\":\"x\",\"answer\":\"#### 1\",\"x\":" + new string('[', 60) + new string(']', 60) + "}", "found more than 48 levels of objects and arrays; allowed are 48" },
        { "empty file", "gsm8k", "", ": found an empty file; allowed are JSON lines or an array of objects" },
        { "only white space", "gsm8k", " \n\r\n", ": found an empty file; allowed are JSON lines or an array of objects" },
        { "array that is cut off", "mr-gsm8k", "[{\"question\":\"x\"", "line 1, column 2: found the end of the file within an item that begins here; allowed is a whole item and ']' behind the last" },
        { "text behind an array", "processbench", "[]\n x", "line 2, column 2: found more behind the array; allowed is one array" },
        { "place in an array over lines", "gsm8k", "[\n {\"question\":\"x\",\n  \"answer\": 3}\n]", "line 3, column 13, field answer: found the number 3; allowed is a string that is not blank" },
        { "no box", "math", "{\"problem\":\"x\",\"solution\":\"It is $2$.\",\"level\":\"Level 1\",\"type\":\"Algebra\"}", "line 1, column 27, field solution: found no answer in a \\boxed{} whose braces are balanced; allowed is a solution with one" },
        { "unknown rating", "prm800k", Prm("{\"text\":\"a\",\"rating\":2}", "0"), "field label.steps[0].completions[0].rating: found the number 2; allowed are -1, 0, 1 and null" },
        { "chosen index out of range", "prm800k", Prm("{\"text\":\"a\",\"rating\":1}", "1"), "field label.steps[0].chosen_completion: found the number 1; allowed are null and whole numbers from 0 to 0" },
        { "completion without text", "prm800k", Prm("{\"rating\":1}", "0"), "field label.steps[0].completions[0].text: found none; allowed is a string that is not blank" },
        { "nothing goes on", "prm800k", Prm("{\"text\":\"a\",\"rating\":1}", "null", "{\"completions\":[],\"human_completion\":null,\"chosen_completion\":null}"), "field label.steps[0]: found neither a chosen nor a human completion in a step that others follow; allowed is that in the last step alone" },
        { "steps are no array", "prm800k", "{\"question\":{\"problem\":\"x\",\"ground_truth_answer\":\"1\"},\"label\":{\"steps\":{}}}", "field label.steps: found an object; allowed is an array" },
        { "labels for fewer steps", "math-shepherd", "{\"input\":\"Q Step 1: a ки\\nStep 2: b ки\",\"label\":\"Q Step 1: a +\"}", "field label: found 1 labels for 2 steps; allowed is one for each step tag of the input" },
        { "label of another text", "math-shepherd", "{\"input\":\"Q Step 1: a ки\",\"label\":\"Q Step 1: b +\"}", "field label: found 'Q Step 1: b +' for step 1; allowed is the text of the input with + or - in place of the step tag" },
        { "no step tag", "math-shepherd", "{\"input\":\"Q Step 1: a\",\"label\":\"Q Step 1: a\"}", "field input: found no step tag 'ки'; allowed is one behind each step" },
        { "first error out of range", "mr-gsm8k", Mr("incorrect", "4"), "field model_output_solution_first_error_step: found the number 4 for a solution of 2 steps; allowed are N/A and whole numbers from 1 to 2" },
        { "first error of a right solution", "mr-gsm8k", Mr("correct", "1"), "field model_output_solution_first_error_step: found the number 1 for a solution that is called correct; allowed is N/A" },
        { "unknown correctness", "mr-gsm8k", Mr("maybe", "\"N/A\""), "field model_output_solution_correctness: found the string 'maybe'; allowed are correct, incorrect" },
        { "label out of range", "processbench", "{\"problem\":\"x\",\"steps\":[\"a\",\"b\"],\"final_answer_correct\":true,\"label\":2}", "field label: found the number 2; allowed are whole numbers from -1 to 1" },
        { "step that is no text", "processbench", "{\"problem\":\"x\",\"steps\":[\"a\",null],\"final_answer_correct\":true,\"label\":-1}", "field steps[1]: found null; allowed is a string" },
        { "no #### in a long thought", "o1-journey", "{\"question\":\"x\",\"answer\":\"1\",\"longCOT\":\"Hmm.\"}", "field longCOT: found no ####; allowed is a thought that ends with '#### ' and the answer" },
        { "unbalanced markers", "still", "{\"question\":\"x\",\"combined_text\":\"<|begin_of_thought|> a <|end_of_thought|> <|begin_of_solution|> b\"}", "field combined_text: found no <|end_of_solution|> in its place; allowed is each of <|begin_of_thought|> <|end_of_thought|> <|begin_of_solution|> <|end_of_solution|> once, in this order" },
        { "marker twice", "messages", "{\"messages\":[{\"role\":\"user\",\"content\":\"x\"},{\"role\":\"assistant\",\"content\":\"<think>a</think><think>b</think>1\"}]}", "field messages[1].content: found <think> twice; allowed is each of <think> </think> once, in this order" },
        { "unknown role", "sharegpt", "{\"conversations\":[{\"from\":\"alice\",\"value\":\"x\"}]}", "field conversations[0].from: found the string 'alice'; allowed are system, human, user, gpt, assistant, tool, function_call, observation" },
        { "no response", "sharegpt", "{\"conversations\":[{\"from\":\"human\",\"value\":\"x\"}]}", "field conversations: found no turn of the assistant behind the user's; allowed is a question and a response" },
        { "one id, other contents", "jsonl", "{\"id\":\"a\",\"problem\":\"x\",\"answer\":\"1\"}\n{\"id\":\"a\",\"problem\":\"x\",\"answer\":\"2\"}", "line 2, column 1, field answer: found other contents than in " },
        { "meta that is no object", "jsonl", "{\"problem\":\"x\",\"answer\":\"1\",\"meta\":[]}", "field meta: found an array; allowed is an object" },
        { "quote that is never closed", "csv", "problem,answer\nx,\"1\n\n", "line 2, column 3: found a quote that is never closed; allowed is a quote at the end of the field" },
        { "ragged row", "csv", "problem,answer\nx,1\nx\n", "line 3, column 1: found 1 fields; allowed are 2, as the header has" },
        { "missing column", "csv", "problem,gold\nx,1\n", "field answer: found no column of this name; there are 'problem', 'gold'" },
        { "column twice", "csv", "problem,problem\nx,1\n", "line 1, column 9: found the column 'problem' again in the header; allowed is each name once" },
        { "text behind a quote", "csv", "problem,answer\n\"x\"y,1\n", "line 2, column 4: found text behind a closing quote; allowed are the delimiter and the end of the line" },
        { "quote within a field", "csv", "problem,answer\nx\"y\",1\n", "line 2, column 2: found a quote within a field that does not begin with one" },
        { "empty cell", "csv", "problem,answer\nx,\n", "line 2, column 3, field answer: found an empty string; allowed is a string that is not blank" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Damage_is_named_and_nothing_is_written(string what, string format, string contents, string fault)
    {
        using var imports = new Imports();
        var file = imports.Folder.Write($"{what.Replace(' ', '-')}.txt", contents);

        var faults = await imports.FaultsAsync(format, file);

        Assert.True(faults.Any(found => found.ToString().StartsWith(file + ": ", StringComparison.Ordinal) && found.ToString().Contains(fault, StringComparison.Ordinal)), $"{what}: {string.Join('\n', faults)}");
        Assert.Equal([Path.GetFileName(file)], imports.Folder.Entries);
    }

    [Fact]
    public async Task Bytes_that_are_not_utf8_are_named()
    {
        using var imports = new Imports();
        var json = imports.Folder.Write("a.jsonl", [.. "{\"question\":\"a"u8, 0xC3, 0x28, .. "\",\"answer\":\"#### 1\"}"u8]);
        var csv = imports.Folder.Write("a.csv", [.. "problem,answer\na"u8, 0xFF, .. ",1\n"u8]);

        Assert.Equal($"{json}: line 1, column 15: found the byte 0xC3; allowed is UTF-8", Assert.Single(await imports.FaultsAsync("gsm8k", json)).ToString());
        Assert.Equal($"{csv}: line 2, column 1, field problem: found bytes that are not UTF-8; allowed is UTF-8", Assert.Single(await imports.FaultsAsync("csv", csv)).ToString());
    }

    [Theory]
    [InlineData("gsm8k", "{\"question\":\"", "\",\"answer\":\"#### 1\"}", "found a record of 10000033 bytes; allowed are 8388608 (--max-record-bytes)")]
    [InlineData("gsm8k", "[{\"question\":\"", "\",\"answer\":\"#### 1\"}]", "found a record of 10000033 bytes; allowed are 8388608 (--max-record-bytes)")]
    [InlineData("csv", "problem,answer\n", ",1\n", "found a row of 10000001 bytes; allowed are 8388608 (--max-record-bytes)")]
    public async Task Record_of_ten_megabytes_is_named_and_the_next_is_read(string format, string before, string after, string fault)
    {
        using var imports = new Imports();
        var next = format == "csv" ? "y,\n" : before[0] == '[' ? "" : "\n{}";
        var file = imports.Folder.Write("a", before + new string('x', 10_000_000) + after + next);

        var faults = await imports.FaultsAsync(format, file);

        Assert.Contains(fault, faults[0].ToString(), StringComparison.Ordinal);
        Assert.Equal(before[0] == '[' ? 1 : format == "csv" ? 2 : 3, faults.Count);
    }

    [Fact]
    public async Task Every_fault_is_told_up_to_a_hundred()
    {
        using var imports = new Imports();
        var file = imports.Folder.Write("a.jsonl", string.Concat(Enumerable.Repeat("{\"question\":1,\"answer\":2}\n", 80)));

        var faults = await imports.FaultsAsync("gsm8k", file);

        Assert.Equal(100, faults.Count);
        Assert.Equal((50, "answer"), (faults[^1].Line, faults[^1].Field));
    }

    [Fact]
    public async Task Faults_can_be_skipped_and_are_counted()
    {
        using var imports = new Imports();
        var file = imports.Folder.Write("a.jsonl", Good + "{}\n" + Good + "{\"question\":\"2+2?\",\"answer\":\"#### 4\"}\nnonsense\n");

        var report = await imports.RunAsync("gsm8k", file, change: request => request with { SkipInvalid = true, MaxFaults = 2 });

        Assert.Equal((5, 2, 1, 2), (report.Read, report.Problems, report.Duplicates, report.LeftOut["invalid"]));
        Assert.Equal(2, report.Faults.Count);
        Assert.Equal(["1+1?", "2+2?"], imports.ReadProblems().Select(problem => problem.Statement));
    }

    [Fact]
    public async Task Archive_cut_anywhere_is_named()
    {
        var whole = Gzip(string.Concat(Enumerable.Range(0, 40).Select(i => $"{{\"question\":\"{i}+{i * 7919}?\",\"answer\":\"#### {2 * i}\"}}\n")));
        for (var length = 2; length < whole.Length; length += length < whole.Length - 16 ? 37 : 1)
        {
            using var imports = new Imports();
            var file = imports.Folder.Write("a.jsonl.gz", whole[..length]);

            var faults = await imports.FaultsAsync("gsm8k", file);

            Assert.True(faults.Any(fault => fault.ToString().StartsWith($"{file}: cannot be read to its end: ", StringComparison.Ordinal)), $"{length} of {whole.Length}: {string.Join('\n', faults)}");
        }
    }

    [Fact]
    public async Task Bomb_is_refused_with_the_limit_named()
    {
        using var imports = new Imports();
        var bomb = imports.Folder.Write("a.jsonl.gz", Gzip(new string(' ', 20 << 20)));
        var large = imports.Folder.Write("b.jsonl.gz", Gzip(new string('\n', 2 << 20)));

        var ratio = await Assert.ThrowsAsync<ImportException>(() => imports.RunAsync("gsm8k", bomb, change: request => request with { SkipInvalid = true }));
        var size = await Assert.ThrowsAsync<ImportException>(() => imports.RunAsync("gsm8k", large, change: request => request with { Limits = new InputLimits { MaxInflatedBytes = 1 << 20 } }));

        Assert.Contains("over 100 times as many, the limit --max-ratio", ratio.Message, StringComparison.Ordinal);
        Assert.Contains("more than 1048576 bytes when it is decompressed, the limit --max-inflated-bytes", size.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(imports.Problems));
    }

    [Fact]
    public async Task Parquet_is_named_by_row_column_and_damage()
    {
        using var imports = new Imports();
        var wrongType = Parquet(imports.Folder["a.parquet"], Column.Boolean("problem"), row => row["problem"] = true);
        var missing = Parquet(imports.Folder["b.parquet"], Column.String("text"), row => row["text"] = "x");
        var bytes = await File.ReadAllBytesAsync(wrongType, TestContext.Current.CancellationToken);
        var cut = imports.Folder.Write("c.parquet", bytes[..^20]);
        bytes[10] ^= 0xFF;
        var flipped = imports.Folder.Write("d.parquet", bytes);
        var other = imports.Folder.Write("e.parquet", "PAR0");

        Assert.Equal($"{wrongType}: row 1, field problem: found true; allowed is a string that is not blank", (await imports.FaultsAsync("parquet", wrongType))[0].ToString());
        Assert.Equal($"{missing}: field problem: found no column of this name; there are 'text', 'answer'", Assert.Single(await imports.FaultsAsync("parquet", missing)).ToString());
        Assert.StartsWith($"{cut}: ", Assert.Single(await imports.FaultsAsync("parquet", cut)).ToString());
        Assert.StartsWith($"{flipped}: ", Assert.Single(await imports.FaultsAsync("parquet", flipped)).ToString());
        var refused = await Assert.ThrowsAsync<ImportException>(() => imports.RunAsync("parquet", other));
        Assert.Equal($"{other}: is no Parquet file (it does not begin with PAR1).", refused.Message);
    }

    [Fact]
    public async Task Column_names_lead_into_objects_and_are_told_when_they_lead_nowhere()
    {
        using var imports = new Imports();
        var file = imports.Folder.Write("a.jsonl", "{\"prompt\":\"1+1?\",\"reward_model\":{\"ground_truth\":\"2\"}}");
        var fields = new FieldNames { Problem = "prompt", Answer = "reward_model.ground_truth" };

        await imports.RunAsync("jsonl", file, fields: fields);

        Assert.Equal(("1+1?", "2"), (imports.ReadProblems()[0].Statement, imports.ReadProblems()[0].Answer));
        var fault = Assert.Single(await imports.FaultsAsync("jsonl", file, fields with { Answer = "reward_model.truth" }));
        Assert.Equal($"{file}: line 1, column 1, field reward_model.truth: found none; allowed is a string that is not blank", fault.ToString());
    }

    private static string Prm(string completion, string chosen, string? next = null) =>
        "{\"question\":{\"problem\":\"x\",\"ground_truth_answer\":\"1\"},\"label\":{\"steps\":[{\"completions\":[" + completion + "],\"human_completion\":null,\"chosen_completion\":" + chosen + "}"
        + (next is null ? "" : "," + next) + "]}}";

    private static string Mr(string correctness, string first) =>
        "{\"question\":\"x\",\"ground_truth_answer\":\"1\",\"model_output_steps\":[\"a\",\"b\"],\"model_output_answer_correctness\":\"correct\",\"model_output_solution_correctness\":\""
        + correctness + "\",\"model_output_solution_first_error_step\":" + first + "}";

    private static byte[] Gzip(string text)
    {
        using var result = new MemoryStream();
        using (var gzip = new GZipStream(result, CompressionLevel.Optimal))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return result.ToArray();
    }

    private static string Parquet(string path, Column column, Action<ParquetRow> fill)
    {
        using var writer = ParquetWriter.Create(path, new ParquetSchema(column, Column.String("answer")));
        var row = new ParquetRow();
        fill(row);
        row["answer"] = "1";
        writer.Write(row);
        writer.Finish();
        return path;
    }
}
