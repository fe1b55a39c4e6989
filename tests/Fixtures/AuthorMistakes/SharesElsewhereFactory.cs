using Predictors.Abstractions;

namespace AuthorMistakes;

public sealed class SharesElsewhereFactory : IPredictorFactory<SharesElsewhere>
{
    public PredictorDescription Description { get; } = new("shares-elsewhere", "Keeps its state in another type.");

    public SharesElsewhere Create(ParameterValues values, int vcpu) => default;
}
