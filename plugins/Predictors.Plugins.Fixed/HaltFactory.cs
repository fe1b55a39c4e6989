using Predictors.Abstractions;

namespace Predictors.Plugins.Fixed;

/// <summary>Makes <c>halt</c>: what a guest without any polling does.</summary>
public sealed class HaltFactory : IPredictorFactory<FixedWindowPredictor>
{
    /// <inheritdoc/>
    public PredictorDescription Description { get; } = new("halt", "Never polls: every idle entry halts at once.");

    /// <inheritdoc/>
    public FixedWindowPredictor Create(ParameterValues values, int vcpu) => new(PollWindow.None);
}
