using Predictors.Abstractions;

namespace MinimalPredictor;

public struct LastIdle : IIdlePredictor
{
    private long _lastIdleNs;

    public readonly long PredictPollNs(in IdleEntry entry) => _lastIdleNs < 20_000 ? 20_000 : PollWindow.None;

    public void Observe(in IdleExit exit) => _lastIdleNs = exit.IdleNs;
}

public sealed class LastIdleFactory : IPredictorFactory<LastIdle>
{
    public PredictorDescription Description { get; } = new("last-idle", "Polls for 20 us where the last idle period was shorter than that.");

    public LastIdle Create(ParameterValues values, int vcpu) => default;
}
