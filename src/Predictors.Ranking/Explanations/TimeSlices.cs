namespace Predictors.Ranking;

/// <summary>
/// Sums over slices of time of equal length, in at most <see cref="MaxSlices"/> of them: when the trace goes on beyond the last one, neighbours
/// are merged and the slices are twice as long from then on. Which periods share a slice depends on the trace alone.
/// </summary>
/// <param name="beginNs">Where the first slice begins, in ns.</param>
internal sealed class TimeSlices(long beginNs)
{
    public const int MaxSlices = 16;
    private const long FirstLengthNs = 1_000_000;

    private readonly PeriodSums[] _slices = new PeriodSums[MaxSlices];
    private long _lengthNs = FirstLengthNs;

    public void Add(long entryNs, PeriodSums sums)
    {
        long at = Math.Max(0, entryNs - beginNs) / _lengthNs;
        while (at >= MaxSlices)
        {
            for (int i = 0; i < MaxSlices / 2; i++)
            {
                _slices[i] = _slices[2 * i] + _slices[(2 * i) + 1];
            }

            Array.Clear(_slices, MaxSlices / 2, MaxSlices / 2);
            _lengthNs *= 2;
            at /= 2;
        }

        _slices[at] += sums;
    }

    /// <summary>The slices that hold periods, by the instant at which they begin.</summary>
    public IEnumerable<PeriodGroup<long>> ToGroups() =>
        _slices.Select((sums, i) => new PeriodGroup<long>(beginNs + (i * _lengthNs), sums)).Where(g => g.Sums.Periods > 0);

    /// <summary>How long a slice is, in ns.</summary>
    public long LengthNs => _lengthNs;
}
