using Predictors.Abstractions;
using Predictors.Plugins.MlRegression.Features;
using Predictors.Plugins.MlRegression.Models;

namespace Predictors.Plugins.MlRegression.Training;

/// <summary>Turns traces into rows to learn from.</summary>
internal static class TrainingRows
{
    /// <summary>About how many rows are taken at most, shared evenly by the traces: a long one must not drown the others.</summary>
    public const int Most = 500_000;

    /// <summary>Fewer rows than this teach nothing.</summary>
    public const int Least = 1000;

    /// <summary>Runs through every idle period and keeps a row of each, or of a sample where there are too many.</summary>
    /// <exception cref="InvalidDataException">There are too few idle periods.</exception>
    public static List<IdleRow> Collect(IReadOnlyList<TrainingTrace> traces, int most, int seed, CancellationToken cancellation)
    {
        var rows = new List<IdleRow>();
        for (int trace = 0; trace < traces.Count; trace++)
        {
            long periods = Periods(traces[trace]);
            double share = Math.Min(1, most / (double)traces.Count / Math.Max(1, periods));
            var sample = new RowSample(share, seed, trace);
            foreach (IReadOnlyList<TrainingPeriod> vcpu in traces[trace].Vcpus)
            {
                Collect(vcpu, ref sample, rows, cancellation);
            }
        }

        return rows.Count >= Least
            ? rows
            : throw new InvalidDataException(
                $"ml-regression can't learn from {rows.Count} idle periods of {traces.Count} traces; it needs {Least} or more.");
    }

    /// <summary>How many idle periods a trace has.</summary>
    public static long Periods(TrainingTrace trace) => trace.Vcpus.Sum(v => (long)v.Count);

    private static void Collect(
        IReadOnlyList<TrainingPeriod> periods, ref RowSample sample, List<IdleRow> rows, CancellationToken cancellation)
    {
        var history = IdleHistory.Start();
        for (int i = 0; i < periods.Count; i++)
        {
            if (i % 4096 == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            TrainingPeriod period = periods[i];
            FeatureVector features = history.Enter(period.Entry);
            if (sample.TakesNext())
            {
                rows.Add(new IdleRow
                {
                    Features = [.. features.Values],
                    Label = LogLength.FromNs(period.Exit.IdleNs),
                    IdleNs = period.Exit.IdleNs,
                    Waker = LearnedCosts.WakerOf(period.Exit.Cause),
                });
            }

            history.Exit(period.Exit, period.Exit.IdleNs);
        }
    }
}
