using Predictors.Abstractions;

namespace AuthorMistakes;

public sealed class SameNameOne : IPredictorFactory<NeverPolls>
{
    public PredictorDescription Description { get; } = new("same-name", "Is the first of this name.");

    public NeverPolls Create(ParameterValues values, int vcpu) => default;
}
