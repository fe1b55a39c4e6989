using Predictors.Abstractions;

namespace Predictors.Plugins.Fixed;

/// <summary>Makes <c>fixed-window</c>: one poll window for every idle period.</summary>
/// <remarks>
/// A window as long as halting costs in all is at most twice as dear as the clairvoyant, and no other rule that decides
/// without chance promises less. The default is about that cost on a Skylake-SP host when a ns of CPU is worth a ns of
/// waiting: 13 us of CPU (HLT exit, block, wake-up, injection, two timer writes, the waker's IPI) and 7 us of latency.
/// </remarks>
public sealed class FixedWindowFactory : IPredictorFactory<FixedWindowPredictor>
{
    private static readonly DurationParameter s_window =
        new("window", "The poll window of every idle period; the break-even is what a halt costs in all.", defaultNs: 20_000);

    /// <inheritdoc/>
    public PredictorDescription Description { get; } =
        new("fixed-window", "Polls for the same time at every idle entry, then halts.", s_window);

    /// <inheritdoc/>
    public FixedWindowPredictor Create(ParameterValues values, int vcpu)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new(values.Get(s_window));
    }
}
