using Predictors.Abstractions;

namespace RankFromCode;

/// <summary>Makes fixed windows of a length that is a parameter.</summary>
public sealed class FixedWindowFactory : IPredictorFactory<FixedWindow>
{
    private static readonly DurationParameter s_window = new("window", "The poll window.", defaultNs: 0);

    /// <inheritdoc/>
    public PredictorDescription Description { get; } = new("window", "Polls for the same time at every idle entry.", s_window);

    /// <inheritdoc/>
    public FixedWindow Create(ParameterValues values, int vcpu)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new FixedWindow(values.Get(s_window));
    }
}
