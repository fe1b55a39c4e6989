using Predictors.Abstractions;

namespace HostInternals;

public sealed class InternalsFactory : IPredictorFactory<NeverPolls>
{
    public PredictorDescription Description { get; } = new("host-internals", "Uses what belongs to the host.");

    public NeverPolls Create(ParameterValues values, int vcpu) => default;
}
