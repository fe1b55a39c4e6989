namespace Predictors.Traces.Generators;

/// <summary>What all vCPUs do alike that wake each other.</summary>
internal static class ExchangeTiming
{
    /// <summary>
    /// From the instant at which a vCPU has woken another to its own idle entry, in ns: so the wake-up lies inside the
    /// waker's busy period. As much comes before the drawn work, so that a vCPU is idle before its next wake-up.
    /// </summary>
    public const long AfterSendNs = 1_000;
}
