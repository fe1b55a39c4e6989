namespace Predictors.Traces.Readers.Text;

/// <summary>What the time column of a line holds.</summary>
internal enum TimeForm
{
    /// <summary>Seconds with decimals.</summary>
    Seconds,

    /// <summary>Ticks of the trace clock.</summary>
    Ticks,

    /// <summary>Microseconds since the first event (latency format).</summary>
    Microseconds,

    /// <summary>Seconds since midnight, with decimals: they begin anew every day.</summary>
    TimeOfDay,
}
