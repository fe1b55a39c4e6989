using Predictors.Abstractions;

namespace MinimalPredictor;

/// <summary>Names the predictor and makes one for each vCPU.</summary>
public sealed class LastIdleFactory : IPredictorFactory<LastIdle>
{
    /// <inheritdoc/>
    public PredictorDescription Description { get; } = new("last-idle-twice", "Polls twice the last idle length, up to 60us.");

    /// <inheritdoc/>
    public LastIdle Create(ParameterValues values, int vcpu) => default;
}
