using Predictors.Abstractions;

namespace ModulePlugin;

public sealed class NotRegisteredFactory : IPredictorFactory<NeverPolls>
{
    public PredictorDescription Description { get; } = new("not-registered", "The module leaves it out.");

    public NeverPolls Create(ParameterValues values, int vcpu) => default;
}
