using Predictors.Abstractions;

namespace Predictors.Plugins.Fixed;

/// <summary>Makes <c>idle-poll</c>: what the boot option <c>idle=poll</c> does.</summary>
public sealed class IdlePollFactory : IPredictorFactory<FixedWindowPredictor>
{
    /// <inheritdoc/>
    public PredictorDescription Description { get; } = new("idle-poll", "Always polls and never halts, like a kernel booted with idle=poll.");

    /// <inheritdoc/>
    public FixedWindowPredictor Create(ParameterValues values, int vcpu) => new(PollWindow.MaxNs);
}
