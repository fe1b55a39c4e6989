namespace Predictors.IdlePath;

/// <summary>The recorded times of a run's vCPUs, whatever the predictor.</summary>
internal struct RecordedSums
{
    /// <summary>The guest worked.</summary>
    public long BusyNs;

    /// <summary>From arrivals to recorded exits.</summary>
    public long WakeUpNs;

    /// <summary>Not known.</summary>
    public long UncoveredNs;
}
