using System.Buffers;
using System.Text.Json;
using SynthFarm.Core.Problems;

namespace SynthFarm.Core.Hygiene.GoldAudit;

/// <summary>Gives a problem without a gold answer the majority's.</summary>
public static class MajorityLabel
{
    /// <summary>
    /// The problem with the majority's answer and, in <c>meta.label</c>, where it is from:
    /// <c>{"method":"majority","votes":11,"answers":16}</c>.
    /// </summary>
    /// <exception cref="ArgumentException">The problem has a gold answer, or there is no majority.</exception>
    public static Problem Apply(Problem problem, GoldFinding finding)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(finding);
        if (finding is not { Standing: GoldStanding.Labelled, Majority: { Length: > 0 } majority })
        {
            throw new ArgumentException($"Problem {problem.Id} has no majority to be labelled by.", nameof(finding));
        }

        return Problem.Create(new ProblemFields
        {
            Id = problem.HasGivenId ? problem.Id : null,
            Statement = problem.Statement,
            Answer = majority,
            Kind = problem.Kind,
            Source = problem.Source,
            Topic = problem.Topic,
            Level = problem.Level,
            Split = problem.Split,
            License = problem.License,
            Meta = WithLabel(problem.Meta, finding),
        });
    }

    private static JsonElement WithLabel(JsonElement meta, GoldFinding finding)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var property in meta.ValueKind == JsonValueKind.Object ? meta.EnumerateObject().Where(property => property.Name != "label") : [])
            {
                property.WriteTo(writer);
            }

            writer.WriteStartObject("label");
            writer.WriteString("method", "majority");
            writer.WriteNumber("votes", finding.Votes);
            writer.WriteNumber("answers", finding.Answers);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        return document.RootElement.Clone();
    }
}
