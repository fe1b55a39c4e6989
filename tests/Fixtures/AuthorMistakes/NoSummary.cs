using Predictors.Abstractions;

namespace AuthorMistakes;

public sealed class NoSummary : IPredictorFactory<NeverPolls>
{
    public PredictorDescription Description { get; } = new("no-summary", "");

    public NeverPolls Create(ParameterValues values, int vcpu) => default;
}
