using Predictors.Abstractions;

namespace Predictors.IdlePath;

/// <summary>
/// Two vCPUs that wake each other by turns: each works, wakes the other at the end of its work, and goes idle until it is woken back.
/// </summary>
/// <remarks>
/// The two are alike, so that one stands for both: it is idle for as long as the other's wake-up and work take. What the wake-up takes comes
/// from replaying idle periods of that length, and the length from what the wake-up takes; the two are made to agree step by step.
/// </remarks>
/// <param name="WorkNs">The work of each between a wake-up and the next one, in ns.</param>
internal sealed record PingPong(double WorkNs)
{
    private const int Settling = 200;
    private const int Settled = 1_000;
    private const int MostSteps = 200;

    /// <summary>A round trip once the rules have settled.</summary>
    /// <param name="predictor">The predictor in the guest.</param>
    /// <param name="settings">The machine.</param>
    /// <exception cref="InvalidOperationException">Idle length and wake-up do not come to agree.</exception>
    public PingPongResult Run(BoundPredictor predictor, ReplaySettings settings)
    {
        double latencyNs = 0;
        double share = 1;
        for (int step = 0; step < MostSteps; step++)
        {
            ReplayResult result = Replay(predictor, settings, (long)(WorkNs + latencyNs));
            double nextNs = result.Latency.MeanNs;
            if (Math.Abs(nextNs - latencyNs) <= 1)
            {
                return new PingPongResult(2 * (WorkNs + nextNs), result.Exits, result.IdlePeriods / 2.0);
            }

            // A wake-up that comes in the middle of a step waits for its end: longer idle, shorter wait. Whole strides could go to and fro.
            share = step < 2 ? 1 : Math.Max(0.05, share * 0.9);
            latencyNs += share * (nextNs - latencyNs);
        }

        throw new InvalidOperationException($"The wake-up of a ping-pong with {WorkNs} ns of work does not settle.");
    }

    private ReplayResult Replay(BoundPredictor predictor, ReplaySettings settings, long idleNs)
    {
        SyntheticTrace trace = SyntheticTrace.Of(Enumerable.Repeat(idleNs, Settling + Settled), (long)WorkNs, WakeCause.RescheduleIpi);
        return trace.Replay(predictor, settings with { ScoreFromNs = trace.Vcpus[0][Settling].EntryNs });
    }
}
