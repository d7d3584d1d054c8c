using SynthFarm.Inference.Server.Errors;

namespace SynthFarm.Inference.Server.Fields;

/// <summary>Gathers what is wrong with a request, to tell all of it at once.</summary>
internal sealed class FaultList
{
    private const int Most = 100;

    private readonly List<(string Message, string? Param, string? Code)> _faults = [];

    public void Add(string message, string? param, string? code)
    {
        if (_faults.Count < Most)
        {
            _faults.Add((message, param, code));
        }
    }

    /// <exception cref="ApiException">There are faults; parameter and code are the first one's.</exception>
    public void ThrowIfAny()
    {
        if (_faults.Count > 0)
        {
            throw ApiException.Invalid(string.Join(' ', _faults.Select(fault => fault.Message)), _faults[0].Param, _faults[0].Code);
        }
    }
}
