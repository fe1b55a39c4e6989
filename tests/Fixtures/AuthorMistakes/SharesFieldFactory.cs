using Predictors.Abstractions;

namespace AuthorMistakes;

public sealed class SharesFieldFactory : IPredictorFactory<SharesField>
{
    public PredictorDescription Description { get; } = new("shares-field", "Keeps its state in a static field.");

    public SharesField Create(ParameterValues values, int vcpu) => default;
}
