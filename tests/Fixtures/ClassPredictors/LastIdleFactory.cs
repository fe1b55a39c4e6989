using Predictors.Abstractions;

namespace ClassPredictors;

public sealed class LastIdleFactory : IPredictorFactory<ClassPredictor>
{
    public PredictorDescription Description { get; } = new("last-idle", "Polls as long as the last idle period was.");

    public ClassPredictor Create(ParameterValues values, int vcpu) => new(new LastIdle());
}
