using Predictors.Abstractions;

namespace AuthorMistakes;

public sealed class SameNameTwo : IPredictorFactory<NeverPolls>
{
    public PredictorDescription Description { get; } = new("same-name", "Is the second of this name.");

    public NeverPolls Create(ParameterValues values, int vcpu) => default;
}
