using Predictors.Abstractions;

namespace AuthorMistakes;

public sealed class NeedsAnArgument : IPredictorFactory<NeverPolls>
{
    public NeedsAnArgument(int windowNs) => WindowNs = windowNs;

    public int WindowNs { get; }

    public PredictorDescription Description { get; } = new("needs-an-argument", "Its factory wants what nobody has.");

    public NeverPolls Create(ParameterValues values, int vcpu) => default;
}
