using SynthFarm.Cli.Terminal;
using SynthFarm.Core.Models;
using SynthFarm.Inference.Engine;

namespace SynthFarm.Cli.Models;

/// <summary>Loads one model named on the command line.</summary>
internal static class PolicyLoader
{
    /// <exception cref="CliException">The URI is of another kind, or the folder cannot be loaded.</exception>
    public static EngineModel Load(string uri, string option)
    {
        try
        {
            return ModelFactory.LoadPolicy(uri, option);
        }
        catch (ModelException e)
        {
            throw CliException.Usage(e.Message, e);
        }
    }
}
