using Predictors.Abstractions;

namespace Predictors.IdlePath;

/// <summary>What a rule does with idle periods of one length once nothing changes any more.</summary>
/// <param name="WindowUs">Its poll window, in us.</param>
/// <param name="PolledUs">How long it polls in each, in us.</param>
/// <param name="Halts">Halts in each.</param>
internal readonly record struct SettledIdle(double WindowUs, double PolledUs, double Halts)
{
    private const int Settling = 100;
    private const int Settled = 400;
    private const long WorkNs = 1_000;

    /// <summary>Replays constant idle lengths on a machine on which nothing costs anything.</summary>
    /// <param name="predictor">The rule, in the guest's place.</param>
    /// <param name="idleNs">The idle length, in ns.</param>
    /// <param name="beforeNs">Idle lengths before.</param>
    public static SettledIdle Of(BoundPredictor predictor, long idleNs, params IReadOnlyList<long> beforeNs)
    {
        SyntheticTrace trace = SyntheticTrace.Of([.. beforeNs, .. Enumerable.Repeat(idleNs, Settling + Settled)], WorkNs, WakeCause.Unknown);
        var settings = new ReplaySettings
        {
            Costs = new IdlePathCosts(MachineProfiles.Get("free")),
            ScoreFromNs = trace.Vcpus[0][beforeNs.Count + Settling].EntryNs,
        };
        ReplayResult result = trace.Replay(predictor, settings);
        return new SettledIdle(
            WindowOf(trace, predictor, settings) / 1e3, result.Accounts.GuestPollNs / 1e3 / result.IdlePeriods, (double)result.Halts / result.IdlePeriods);
    }

    /// <summary>The window of the last decision.</summary>
    private static long WindowOf(SyntheticTrace trace, BoundPredictor predictor, ReplaySettings settings)
    {
        var log = new DecisionLog(TextWriter.Null);
        trace.Replay(predictor, settings, log);
        return log.LastWindowNs;
    }
}
