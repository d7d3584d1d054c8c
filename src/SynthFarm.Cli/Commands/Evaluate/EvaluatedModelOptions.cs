using System.CommandLine;
using SynthFarm.Cli.Models;
using SynthFarm.Cli.Terminal;
using SynthFarm.Core.Models;
using SynthFarm.Farm.Models;

namespace SynthFarm.Cli.Commands.Evaluate;

/// <summary>The models that are measured: <c>--policy</c> and <c>--reward</c>.</summary>
internal sealed class EvaluatedModelOptions
{
    private readonly Option<string> _policy = CommonOptions.Model("--policy", "The policy model: tiny, file:DIR or openai:URL?model=NAME.");
    private readonly Option<string> _reward = CommonOptions.Model("--reward", "The process reward model: tiny, file:DIR, prm:URL?model=NAME or judge:openai:URL?model=NAME.");

    public IReadOnlyList<Option> All => [_policy, _reward];

    /// <exception cref="CliException">A model cannot be used.</exception>
    public async Task<RunModels> LoadAsync(ParseResult parse, CommandContext context)
    {
        try
        {
            return await new ModelFactory().CreateAsync(parse.GetRequiredValue(_policy), parse.GetRequiredValue(_reward), new(), context.Interrupted).ConfigureAwait(false);
        }
        catch (ModelException e)
        {
            throw CliException.Usage(e.Message, e);
        }
    }
}
