using Predictors.Abstractions;

namespace AuthorMistakes;

public sealed class NoConstructor : IPredictorFactory<NeverPolls>
{
    private NoConstructor()
    {
    }

    public PredictorDescription Description { get; } = new("no-constructor", "Its factory has no public constructor.");

    public NeverPolls Create(ParameterValues values, int vcpu) => default;
}
