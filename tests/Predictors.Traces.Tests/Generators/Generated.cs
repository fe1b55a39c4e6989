namespace Predictors.Traces.Tests.Generators;

/// <summary>Makes traces by the words of the command line.</summary>
internal static class Generated
{
    public static GenerationPlan Plan(string workload, long? seconds = null, long? periods = null, ulong seed = 1) => new()
    {
        Workloads = [.. workload.Split(" + ").Select(Choose)],
        LengthNs = seconds * 1_000_000_000,
        Periods = periods,
        Seed = seed,
    };

    public static WorkloadChoice Choose(string text)
    {
        string[] parts = text.Split(':', 2);
        return WorkloadChoice.Of(
            Workloads.All.Single(w => w.Description.Name == parts[0]),
            parts.Length == 1 ? [] : parts[1].Split(',').Select(s => s.Split('=')).Select(s => KeyValuePair.Create(s[0], s[1])));
    }
}
