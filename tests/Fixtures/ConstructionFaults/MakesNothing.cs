using Predictors.Abstractions;

namespace ConstructionFaults;

public sealed class MakesNothing : IPredictorFactory
{
    public PredictorDescription Description { get; } = new("makes-nothing", "Lacks the interface that makes predictors.");
}
