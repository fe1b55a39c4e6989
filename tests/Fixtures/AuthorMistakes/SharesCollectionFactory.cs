using Predictors.Abstractions;

namespace AuthorMistakes;

public sealed class SharesCollectionFactory : IPredictorFactory<SharesCollection>
{
    public PredictorDescription Description { get; } = new("shares-collection", "Keeps its state in a static collection.");

    public SharesCollection Create(ParameterValues values, int vcpu) => default;
}
