using Predictors.Abstractions;

namespace MyRule;

/// <summary>Names the rule, declares its parameters and makes it: the host finds this class in the DLL.</summary>
public sealed class MyRuleFactory : IPredictorFactory<MyRulePredictor>
{
    private static readonly DurationParameter s_max =
        new("max", "The longest poll window, and the longest idle period for which it polls.", defaultNs: 50_000);

    /// <inheritdoc/>
    public PredictorDescription Description { get; } = new("my-rule", "Polls where one of the last two idle periods was short.", s_max);

    /// <inheritdoc/>
    public MyRulePredictor Create(ParameterValues values, int vcpu) => new(values.Get(s_max));
}
