using Predictors.Abstractions;

namespace RunTimeFaults;

public sealed class AbsurdWindow : IPredictorFactory<Faulty>
{
    public PredictorDescription Description { get; } = new("absurd-window", "Returns a window beyond the bound.");

    public Faulty Create(ParameterValues values, int vcpu) => new(string.Empty, PollWindow.MaxNs + 1);
}
