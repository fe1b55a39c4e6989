namespace Predictors.Traces;

/// <summary>
/// The lengths of one vCPU's idle and busy periods. An idle period counts from its entry to the arrival of the wake-up
/// event, or to the recorded exit where the arrival is not known.
/// </summary>
public sealed class VcpuStatistics
{
    private readonly SerialCorrelation _lengths = new();
    private readonly SerialCorrelation _logarithms = new();
    private long _previousExitNs = -1;

    /// <summary>Idle segments.</summary>
    public long Segments { get; private set; }

    /// <summary>The sum of the idle lengths, in ns.</summary>
    public long IdleNs { get; private set; }

    /// <summary>From arrivals to recorded exits, in ns: the recording machine's own wake-up.</summary>
    public long WakeUpNs { get; private set; }

    /// <summary>Busy periods: those between two segments with no loss in between.</summary>
    public long BusyPeriods { get; private set; }

    /// <summary>Their sum, in ns.</summary>
    public long BusyNs { get; private set; }

    /// <summary>Which share of the time that the segments cover the vCPU was busy, from 0 to 1; NaN where they cover none.</summary>
    public double BusyShare => BusyNs / ((double)BusyNs + IdleNs + WakeUpNs);

    /// <summary>The mean idle length, in ns; NaN without a segment.</summary>
    public double MeanIdleNs => (double)IdleNs / Segments;

    /// <summary>The mean busy period, in ns; NaN without one.</summary>
    public double MeanBusyNs => (double)BusyNs / BusyPeriods;

    /// <summary>The idle lengths by powers of two.</summary>
    public LengthHistogram Idle { get; } = new();

    /// <summary>Pairs of idle periods that follow each other with no loss in between.</summary>
    public long CorrelationPairs => _lengths.Pairs;

    /// <summary>The correlation of an idle length with the next one, from -1 to 1; NaN where it is not defined.</summary>
    public double Correlation => _lengths.Value;

    /// <summary>The same of the logarithms of the lengths, which a few long ones do not dominate.</summary>
    public double LogCorrelation => _logarithms.Value;

    internal PollWindowSums Windows { get; } = new();

    internal void Add(SegmentChunk chunk)
    {
        for (int i = 0; i < chunk.Count; i++)
        {
            long entryNs = chunk.EntryNs[i];
            long exitNs = chunk.ExitNs[i];
            long idleNs = chunk.ArrivalNs[i] - entryNs;
            if ((chunk.Flags[i] & SegmentFlags.AfterGap) != 0)
            {
                _lengths.Break();
                _logarithms.Break();
            }
            else if (_previousExitNs >= 0)
            {
                BusyPeriods++;
                BusyNs += entryNs - _previousExitNs;
            }

            _lengths.Add(idleNs);
            _logarithms.Add(Math.Log2(idleNs + 1.0));
            Idle.Add(idleNs);
            Windows.Add(idleNs);
            IdleNs += idleNs;
            WakeUpNs += exitNs - chunk.ArrivalNs[i];
            _previousExitNs = exitNs;
        }

        Segments += chunk.Count;
    }
}
