using Predictors.Abstractions;

namespace RankFromCode;

/// <summary>Makes <c>mean-idle</c>.</summary>
internal sealed class MeanIdleFactory : IPredictorFactory<MeanIdle>
{
    private static readonly DurationParameter s_cap = new("cap", "The longest mean for which it polls, and its poll window.", defaultNs: 20_000);

    public PredictorDescription Description { get; } = new("mean-idle", "Polls while the idle periods are short on average.", s_cap);

    public MeanIdle Create(ParameterValues values, int vcpu) => new(values.Get(s_cap));
}
