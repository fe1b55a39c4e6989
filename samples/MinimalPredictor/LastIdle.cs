using Predictors.Abstractions;

namespace MinimalPredictor;

/// <summary>Polls for as long as the last idle period took, where that was short.</summary>
public struct LastIdle : IIdlePredictor
{
    private long _lastNs;

    /// <inheritdoc/>
    public readonly long PredictPollNs(in IdleEntry entry) => _lastNs <= 30_000 ? _lastNs * 2 : 0;

    /// <inheritdoc/>
    public void Observe(in IdleExit exit) => _lastNs = exit.IdleNs;
}
