using System.CommandLine;
using System.Text.Json;
using SynthFarm.Cli.Terminal;
using SynthFarm.Core.Answers.Rules;

namespace SynthFarm.Cli.Commands.Verify;

/// <summary><c>synthfarm verify</c>: answer checking on its own, one pair or a file of them.</summary>
internal sealed class VerifyCommand : Command
{
    private readonly Option<string?> _gold = CommonOptions.Text("--gold", "The right answer.", "TEXT");
    private readonly Option<string?> _answer = CommonOptions.Text("--answer", "The answer to check, bare or a whole response.", "TEXT");
    private readonly Option<string?> _problem = CommonOptions.Text("--problem", "The problem's statement, for kinds that need it.", "TEXT");
    private readonly Option<string?> _kind = CommonOptions.Text("--kind", "The problem's kind, e.g. countdown. Without one: general text.", "KIND");
    private readonly Option<string?> _file = CommonOptions.Text("--file", "JSON lines with gold and answer (- for standard input).", "FILE");
    private readonly Option<string> _rule = CommonOptions.OneOf("--rule", "The rule that judges.", AnswerRules.All[0].Name, [.. AnswerRules.All.Select(rule => rule.Name)]);
    private readonly Option<bool> _panel = new("--panel") { Description = "Show what every rule says and where they disagree." };
    private readonly Option<string> _output = CommonOptions.Output();

    public VerifyCommand()
        : base("verify", "Check answers: one pair, or JSON lines that are given back with verdict, reason and rule.")
    {
        foreach (var option in new Option[] { _gold, _answer, _problem, _kind, _file, _rule, _panel, _output })
        {
            Add(option);
        }

        Validators.Add(result =>
        {
            var isPair = result.GetResult(_gold) is not null && result.GetResult(_answer) is not null;
            var isFile = result.GetResult(_file) is not null;
            var hasPart = result.GetResult(_gold) is not null || result.GetResult(_answer) is not null;
            if (isPair == isFile || (isFile && hasPart))
            {
                result.AddError("give either --gold and --answer, or --file.");
            }
        });
        this.Execute(Run);
    }

    private int Run(ParseResult parse, CommandContext context)
    {
        var judge = new VerifyJudge(parse.GetRequiredValue(_rule), parse.GetValue(_panel));
        if (parse.GetValue(_file) is { } file)
        {
            return new VerifyFile(judge, context).Run(file);
        }

        var judgement = judge.Judge(parse.GetValue(_gold)!, parse.GetValue(_answer)!, parse.GetValue(_problem), parse.GetValue(_kind), meta: null);
        Write(judgement, parse.GetValue(_output) == "json", context.Out);
        return ExitCodes.Done;
    }

    private static void Write(Judgement judgement, bool asJson, TextWriter output)
    {
        var (verdict, panel) = (judgement.Verdict, judgement.Panel);
        if (asJson)
        {
            output.WriteLine(panel is null
                ? JsonSerializer.Serialize(new { verdict.Verdict, verdict.Reason, verdict.Rule }, CliJson.Options)
                : JsonSerializer.Serialize(new { verdict.Verdict, verdict.Reason, verdict.Rule, Panel = panel }, CliJson.Options));
            return;
        }

        output.WriteLine($"{CliJson.Name(verdict.Verdict)}: {TerminalText.Line(verdict.Reason)} ({verdict.Rule})");
        if (panel is not null)
        {
            output.WriteLine();
            PanelText.Write(panel, output);
        }
    }
}
