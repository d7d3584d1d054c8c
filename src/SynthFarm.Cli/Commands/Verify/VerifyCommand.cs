using System.CommandLine;
using System.Text.Json;
using SynthFarm.Cli.Terminal;
using SynthFarm.Core.Answers;

namespace SynthFarm.Cli.Commands.Verify;

/// <summary><c>synthfarm verify</c>: answer checking on its own, one pair or a file of them.</summary>
internal sealed class VerifyCommand : Command
{
    private readonly Option<string?> _gold = CommonOptions.Text("--gold", "The right answer.", "TEXT");
    private readonly Option<string?> _answer = CommonOptions.Text("--answer", "The answer to check, bare or a whole response.", "TEXT");
    private readonly Option<string?> _problem = CommonOptions.Text("--problem", "The problem's statement, for kinds that need it.", "TEXT");
    private readonly Option<string?> _kind = CommonOptions.Text("--kind", "The problem's kind, e.g. countdown. Without one: general text.", "KIND");
    private readonly Option<string?> _file = CommonOptions.Text("--file", "JSON lines with gold and answer (- for standard input).", "FILE");
    private readonly Option<string> _output = CommonOptions.Output();

    public VerifyCommand()
        : base("verify", "Check answers: one pair, or JSON lines that are given back with verdict, reason and rule.")
    {
        foreach (var option in new Option[] { _gold, _answer, _problem, _kind, _file, _output })
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
        if (parse.GetValue(_file) is { } file)
        {
            return new VerifyFile(context).Run(file);
        }

        var verdict = AnswerVerification.Verify(
            parse.GetValue(_gold)!, parse.GetValue(_answer)!, parse.GetValue(_problem), parse.GetValue(_kind));
        context.Out.WriteLine(parse.GetValue(_output) == "json"
            ? JsonSerializer.Serialize(new { verdict.Verdict, verdict.Reason, verdict.Rule }, CliJson.Options)
            : $"{CliJson.Name(verdict.Verdict)}: {TerminalText.Line(verdict.Reason)} ({verdict.Rule})");
        return ExitCodes.Done;
    }
}
