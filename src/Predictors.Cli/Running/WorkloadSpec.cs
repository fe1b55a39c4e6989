using Predictors.Hosting;
using Predictors.Traces;

namespace Predictors.Cli;

/// <summary>A WORKLOAD, written as the SPEC of a predictor is.</summary>
internal static class WorkloadSpec
{
    public static IEnumerable<string> Names => Workloads.All.Select(w => w.Description.Name);

    public static WorkloadChoice Choose(string text)
    {
        SpecText spec = SpecText.Parse(text, "workload");
        Workload workload = Workloads.All.FirstOrDefault(w => w.Description.Name == spec.Name)
            ?? throw new UsageException($"There is no workload '{spec.Name}'{NearestName.Hint(spec.Name, Names)}");
        foreach ((string key, string _) in spec.Settings)
        {
            if (!workload.Description.Parameters.Any(p => p.Name == key))
            {
                throw new UsageException(
                    $"{spec.Name} has no parameter '{key}'{NearestName.Hint(key, workload.Description.Parameters.Select(p => p.Name))}");
            }
        }

        try
        {
            return WorkloadChoice.Of(workload, spec.Settings);
        }
        catch (FormatException e)
        {
            throw new UsageException(e.Message);
        }
    }
}
