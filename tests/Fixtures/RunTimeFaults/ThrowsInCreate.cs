using Predictors.Abstractions;

namespace RunTimeFaults;

public sealed class ThrowsInCreate : IPredictorFactory<Faulty>
{
    public PredictorDescription Description { get; } = new("throws-in-create", "Throws where it is made.");

    public Faulty Create(ParameterValues values, int vcpu) => throw new InvalidOperationException("thrown in Create");
}
