namespace Predictors.IdlePath;

/// <summary>Finds the period of a kernel's tick from the times between ticks: on an idle CPU some are left out.</summary>
internal static class TickPeriod
{
    private const double LeastShare = 0.1;
    private const double Tolerance = 0.2;
    private const double HzTolerance = 0.02;

    private static readonly long[] s_usualHz = [100, 250, 300, 1000];

    /// <param name="times">The times between ticks.</param>
    /// <returns>
    /// The median of those that are about as short as the shortest tenth, in ns, and the period of a usual HZ where it is within 2 % of one; null
    /// where there are too few.
    /// </returns>
    public static long? Of(SampleList times)
    {
        if (times.Met < SampleSummary.FewestTimes)
        {
            return null;
        }

        long[] sortedNs = [.. times.KeptNs.Order()];
        long shortNs = sortedNs[(int)(LeastShare * sortedNs.Length)];
        long[] periodsNs = [.. sortedNs.Where(ns => Math.Abs(ns - shortNs) <= Tolerance * shortNs)];
        long medianNs = periodsNs[(periodsNs.Length - 1) / 2];
        return s_usualHz.Select(hz => 1_000_000_000 / hz).FirstOrDefault(ns => Math.Abs(medianNs - ns) <= HzTolerance * ns, medianNs);
    }
}
