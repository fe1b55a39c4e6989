using Predictors.Abstractions;
using Predictors.Plugins.Costs;
using Predictors.Plugins.Tables;

namespace Predictors.Plugins.MlRegression.Models;

/// <summary>Reckons what windows cost on a machine from the idle lengths that a model has seen.</summary>
internal static class LearnedCosts
{
    // It is soon outweighed by what is seen on the spot.
    private const int TrustPerClass = 8;
    private const int TrustInAll = 2;

    private static readonly WakeCause[] s_causes = [WakeCause.Timer, WakeCause.RescheduleIpi, WakeCause.Unknown];

    /// <summary>Which waker a cause stands for.</summary>
    public static int WakerOf(WakeCause cause) => cause switch
    {
        WakeCause.Timer => 0,
        WakeCause.RescheduleIpi or WakeCause.OtherIpi or WakeCause.RemoteStore => 1,
        _ => 2,
    };

    /// <summary>Teaches a learner what the model has seen.</summary>
    public static void Teach(in WindowLearner learner, LengthHistograms lengths)
    {
        Span<long> all = stackalloc long[CandidateWindows.Count];
        Span<long> sums = stackalloc long[CandidateWindows.Count];
        long allPeriods = 0;
        for (int lengthClass = 0; lengthClass < LengthHistograms.Classes; lengthClass++)
        {
            sums.Clear();
            long periods = Add(in learner, lengths, lengthClass, sums);
            Teach(in learner, lengthClass, sums, periods, TrustPerClass);
            allPeriods += periods;
            for (int i = 0; i < sums.Length; i++)
            {
                all[i] += sums[i];
            }
        }

        Teach(in learner, WindowLearner.None, all, allPeriods, TrustInAll);
    }

    private static long Add(in WindowLearner learner, LengthHistograms lengths, int lengthClass, Span<long> sums)
    {
        Span<int> costNs = stackalloc int[CandidateWindows.Count];
        long periods = 0;
        for (int waker = 0; waker < LengthHistograms.Wakers; waker++)
        {
            int row = OutcomeCosts.RowOf(new IdleExit { Cause = s_causes[waker], TaskRan = true });
            ReadOnlySpan<int> counts = lengths.Of(lengthClass, waker);
            for (int bin = 0; bin < counts.Length; bin++)
            {
                if (counts[bin] > 0)
                {
                    CandidateWindows.Cost(learner.Costs, learner.Windows.PollNs, LengthHistograms.MiddleNs(bin), row, tickRuns: true, costNs);
                    periods += counts[bin];
                    for (int i = 0; i < sums.Length; i++)
                    {
                        sums[i] += (long)counts[bin] * costNs[i];
                    }
                }
            }
        }

        return periods;
    }

    private static void Teach(in WindowLearner learner, int lengthClass, Span<long> sums, long periods, int trust)
    {
        if (periods == 0)
        {
            return;
        }

        Span<int> costNs = stackalloc int[CandidateWindows.Count];
        for (int i = 0; i < sums.Length; i++)
        {
            costNs[i] = (int)(sums[i] / periods);
        }

        learner.Teach(lengthClass, costNs, (int)Math.Min(trust, periods));
    }
}
