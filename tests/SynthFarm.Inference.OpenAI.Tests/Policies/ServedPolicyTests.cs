using SynthFarm.Core.Models;
using SynthFarm.Core.Problems;
using SynthFarm.Inference.OpenAI.Tests.Support;
using SynthFarm.TestKit.Models;

namespace SynthFarm.Inference.OpenAI.Tests.Policies;

public sealed class TokenPolicyTests(ServedTiny tiny) : PolicyModelSpec, IDisposable
{
    private ServedModel? _model;

    protected override Problem Problem => ServedTiny.Problem;

    public void Dispose() => _model?.Dispose();

    protected override async Task<IPolicyModel> CreateAsync() => (_model ??= await tiny.OpenAsync("openai:URL/v1?model=tiny")).Policy!;
}

public sealed class TextPolicyTests(ServedTiny tiny) : PolicyModelSpec, IDisposable
{
    private ServedModel? _model;

    protected override Problem Problem => ServedTiny.Problem;

    public void Dispose() => _model?.Dispose();

    protected override async Task<IPolicyModel> CreateAsync() => (_model ??= await tiny.OpenAsync("openai:URL/v1?model=tiny&server=openai")).Policy!;
}

public sealed class ChatPolicyTests(ServedTiny tiny) : PolicyModelSpec, IDisposable
{
    private ServedModel? _model;

    protected override Problem Problem => ServedTiny.Problem;

    public void Dispose() => _model?.Dispose();

    protected override async Task<IPolicyModel> CreateAsync() => (_model ??= await tiny.OpenAsync("openai:URL/v1?model=tiny&api=chat")).Policy!;
}
