using Predictors.Abstractions;

namespace AuthorMistakes;

public sealed class TalksFactory : IPredictorFactory<Talks>
{
    public PredictorDescription Description { get; } = new("talks", "Writes to the console.");

    public Talks Create(ParameterValues values, int vcpu) => default;
}
