using Predictors.Abstractions;

namespace AuthorMistakes;

public sealed class ClassFactory : IPredictorFactory<ClassPredictor>
{
    public PredictorDescription Description { get; } = new("class-behind-adapter", "Is a class.");

    public ClassPredictor Create(ParameterValues values, int vcpu) => new(new ClassRule());
}
