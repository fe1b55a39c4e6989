using Predictors.Abstractions;

namespace Predictors.Traces.Generators;

/// <summary>The parameters by which a workload states the distribution of a length.</summary>
internal static class LawParameters
{
    public const long MaxLengthNs = 3_600_000_000_000;

    private const string Constant = "constant";
    private const string Exponential = "exponential";
    private const string Uniform = "uniform";
    private const string Pareto = "pareto";

    public static DurationParameter Length(string name, string text, long defaultNs, long minNs = 1) =>
        new(name, text, defaultNs, minNs, MaxLengthNs);

    public static ChoiceParameter Choice(string name, string what) => new(
        name, $"The distribution of {what}: always the mean, exponential, uniform from 0 to twice the mean, or Pareto.",
        Constant, Exponential, Uniform, Pareto);

    public static ChoiceParameter BoundedChoice(string name, string what) =>
        new(name, $"The distribution of {what}: always the mean, or uniform from 0 to twice the mean.", Constant, Uniform);

    public static NumberParameter ParetoShape(string name, string what) =>
        new(name, $"The tail's exponent where {what} follows a Pareto distribution; the smaller, the heavier the tail.", 2.5, 2.1, 10);

    /// <summary>The exit latency that every generated segment has.</summary>
    public static DurationParameter ExitLatency() =>
        new("exit-latency", "From each wake-up event to the recorded idle exit.", 0, 0, 1_000_000_000);

    public static IntegerParameter Vcpus() => new("vcpus", "How many vCPUs, independent of each other.", 2, 1, 1024);

    public static Law Make(string distribution, long meanNs, double paretoShape) => distribution switch
    {
        Constant => new ConstantLaw(meanNs),
        Exponential => new ExponentialLaw(meanNs),
        Uniform => new UniformLaw(meanNs),
        _ => new ParetoLaw(meanNs, paretoShape),
    };
}
