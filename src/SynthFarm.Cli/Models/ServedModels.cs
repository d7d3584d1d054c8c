using SynthFarm.Cli.Terminal;
using SynthFarm.Core.Models;
using SynthFarm.Inference.Engine;
using SynthFarm.Inference.Server.Models;
using SynthFarm.TinyModels;

namespace SynthFarm.Cli.Models;

/// <summary>The models of a server, loaded from their URIs.</summary>
internal sealed class ServedModels : IDisposable
{
    private readonly List<ServedModel> _all = [];

    public IReadOnlyList<ServedModel> All => _all;

    /// <param name="model">A model that writes, or scores.</param>
    /// <param name="reward">A model that scores; null for none.</param>
    /// <exception cref="CliException">A URI is of another kind, a folder cannot be loaded, or the second model does not score.</exception>
    public static ServedModels Load(string model, string? reward)
    {
        var models = new ServedModels();
        try
        {
            models.Add(model, "--model", TinyModelFiles.Policy, "tiny");
            if (reward is not null)
            {
                models.Add(reward, "--reward", TinyModelFiles.Reward, "tiny-prm");
            }

            return reward is null || models.All[^1].Scores ? models : throw CliException.Usage($"--reward is \"{TerminalText.Line(reward)}\", which does not score.");
        }
        catch (ModelException e)
        {
            models.Dispose();
            throw CliException.Usage(e.Message, e);
        }
        catch
        {
            models.Dispose();
            throw;
        }
    }

    public void Dispose() => _all.ForEach(model => model.Engine.Dispose());

    private void Add(string text, string option, string shipped, string shippedName)
    {
        var uri = ModelUri.Parse(text, option);
        var engine = ModelFactory.Load(uri, shipped, shippedName, option);
        _all.Add(new ServedModel(Name(engine), engine) { Template = uri.Template, Dialect = uri.Dialect });
    }

    /// <summary>The identity without the hash behind it.</summary>
    private static string Name(EngineModel engine) => engine.Identity[..engine.Identity.LastIndexOf('@')];
}
