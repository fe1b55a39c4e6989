using Predictors.Abstractions;

namespace AuthorMistakes;

public sealed class SharesPropertyFactory : IPredictorFactory<SharesProperty>
{
    public PredictorDescription Description { get; } = new("shares-property", "Keeps its state in a static property.");

    public SharesProperty Create(ParameterValues values, int vcpu) => default;
}
