using Predictors.Abstractions;

namespace EndlessLoops;

public sealed class LoopsFactory : IPredictorFactory<Loops>
{
    public PredictorDescription Description { get; } = new("endless-loop", "Does not come back from its first decision.");

    public Loops Create(ParameterValues values, int vcpu) => default;
}
