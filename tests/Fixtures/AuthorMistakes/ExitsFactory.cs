using Predictors.Abstractions;

namespace AuthorMistakes;

public sealed class ExitsFactory : IPredictorFactory<Exits>
{
    public PredictorDescription Description { get; } = new("exits", "Ends the process.");

    public Exits Create(ParameterValues values, int vcpu) => default;
}
