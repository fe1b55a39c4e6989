using Predictors.Abstractions;

namespace RunTimeFaults;

public sealed class NegativeWindow : IPredictorFactory<Faulty>
{
    public PredictorDescription Description { get; } = new("negative-window", "Returns a negative window.");

    public Faulty Create(ParameterValues values, int vcpu) => new(string.Empty, -1);
}
