namespace Predictors.Traces.Generators;

/// <summary>
/// Which of several workloads each phase belongs to. Without a day they take turns. With one, each has its peak at a time of its own, the
/// first at the day's beginning; its weight falls evenly to nothing half a day later and rises again, and each phase goes to the
/// workload that is furthest behind its share.
/// </summary>
/// <param name="workloads">How many workloads there are.</param>
/// <param name="phaseNs">How long a phase is.</param>
/// <param name="dayNs">How long a day is; null without.</param>
internal sealed class PhaseOrder(int workloads, long phaseNs, long? dayNs)
{
    private readonly double[] _behind = new double[workloads];
    private long _phase;

    /// <summary>The workload of the next phase.</summary>
    public int Next()
    {
        long phase = _phase++;
        if (dayNs is not { } day)
        {
            return (int)(phase % workloads);
        }

        // Only additions and divisions of IEEE 754: the same order on every machine.
        double middle = (phase * (double)phaseNs) + (phaseNs / 2.0);
        Span<double> weights = stackalloc double[workloads];
        double sum = 0;
        for (int i = 0; i < workloads; i++)
        {
            double after = Math.IEEERemainder(middle - (day / (double)workloads * i), day);
            weights[i] = (day / 2.0) - Math.Abs(after);
            sum += weights[i];
        }

        int most = 0;
        for (int i = 0; i < workloads; i++)
        {
            _behind[i] += weights[i] / sum;
            most = _behind[i] > _behind[most] ? i : most;
        }

        _behind[most]--;
        return most;
    }
}
