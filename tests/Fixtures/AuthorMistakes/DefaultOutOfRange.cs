using Predictors.Abstractions;

namespace AuthorMistakes;

public sealed class DefaultOutOfRange : IPredictorFactory<NeverPolls>
{
    public PredictorDescription Description { get; } = 
        new("default-out-of-range", "Its default is none.", new DurationParameter("max", "A limit.", defaultNs: 50_000, maxNs: 10_000));

    public NeverPolls Create(ParameterValues values, int vcpu) => default;
}
