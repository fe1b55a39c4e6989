using Predictors.Abstractions;

namespace Predictors.Plugins.Tests.AllPlugins;

/// <summary>Runs a predictor whose struct is only known at run time.</summary>
internal abstract class PluginRun
{
    /// <summary>Lets the idle periods of vCPUs pass in turn, each with a predictor of its own.</summary>
    /// <param name="vcpus">The idle periods per vCPU, equally many.</param>
    /// <returns>The windows per vCPU.</returns>
    public abstract long[][] Windows(params Period[][] vcpus);

    /// <summary>The bytes that decisions after the first hundred allocate.</summary>
    public abstract long AllocatedBytes(Period[] periods);

    public static PluginRun Of(IPredictorFactory factory, string parameters = "", RunConditions? conditions = null)
    {
        Type made = factory.GetType().GetInterfaces()
            .Single(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IPredictorFactory<>))
            .GetGenericArguments()[0];
        return (PluginRun)Activator.CreateInstance(typeof(PluginRun<>).MakeGenericType(made), factory, parameters, conditions)!;
    }

    /// <summary>The sum of what idle periods cost under one vCPU's predictor.</summary>
    public double CostNs(Period[] periods, long haltCostNs) =>
        Windows(periods)[0].Zip(periods).Sum(p => (double)p.Second.CostNs(p.First, haltCostNs));
}
