using Predictors.Abstractions;

namespace Predictors.Plugins.SmartIdlePoll;

/// <summary>Makes <c>smart-idle-poll</c>: the rule of the "smart idle poll" patches (Yang Zhang, Quan Xu, 2017).</summary>
/// <remarks>
/// The default threshold is this project's choice, equal to the cap of haltpoll and of KVM so that the rules can be
/// compared: the patches left it to the user and published results for 10 us to 500 us.
/// </remarks>
public sealed class SmartIdlePollFactory : IPredictorFactory<SmartIdlePollPredictor>
{
    private static readonly DurationParameter s_threshold =
        new("threshold", "The cap of the window; shorter idle periods grow it, longer ones shrink it, and 0 switches polling off.", defaultNs: 200_000, maxNs: uint.MaxValue);

    private static readonly IntegerParameter s_grow =
        new("grow", "The window is multiplied by this when it grows.", defaultValue: 2, min: 1, max: 1_000);

    private static readonly DurationParameter s_growStart =
        new("grow-start", "The first window after 0.", defaultNs: 10_000, maxNs: uint.MaxValue);

    private static readonly IntegerParameter s_shrink =
        new("shrink", "The window is divided by this when it shrinks; 0 sets it to 0.", defaultValue: 2, min: 0, max: 1_000);

    /// <inheritdoc/>
    public PredictorDescription Description { get; } =
        new("smart-idle-poll", "Grows and shrinks the window by the length of the idle period just finished (RFC of 2017).", s_threshold, s_grow, s_growStart, s_shrink);

    /// <inheritdoc/>
    public SmartIdlePollPredictor Create(ParameterValues values, int vcpu)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new SmartIdlePollPredictor(values.Get(s_threshold), values.Get(s_grow), values.Get(s_growStart), values.Get(s_shrink));
    }
}
