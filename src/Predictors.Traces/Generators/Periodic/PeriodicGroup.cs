using Predictors.Abstractions;

namespace Predictors.Traces.Generators;

/// <summary>One vCPU with its timer, which has just expired when it begins.</summary>
internal sealed class PeriodicGroup(
    int vcpu, PeriodicSettings settings, Series idle, Series busy, KeyedDraws draws, long startNs) : WorkloadGroup(vcpu, 1)
{
    private long _clockNs = startNs + JitterNs(draws, settings, 0) + settings.ExitLatencyNs;
    private long _period;

    public override long ClockNs => _clockNs;

    public override void Round(PhaseOutput output)
    {
        long busyNs = settings.Busy.DrawNs(draws.Uniform(_period, 0));
        long entryNs = _clockNs + busyNs;
        _period++;
        long arrivalNs = startNs + (_period * settings.PeriodNs) + JitterNs(draws, settings, _period);
        var segment = new GeneratedSegment(entryNs, arrivalNs, arrivalNs + settings.ExitLatencyNs, WakeCause.Timer)
        {
            NextTimerNs = arrivalNs - entryNs,
            TimerWrites = 1,
        };
        if (output.Add(FirstVcpu, segment))
        {
            busy.Add(busyNs);
            idle.Add(segment.IdleNs);
        }

        _clockNs = segment.ExitNs;
    }

    private static long JitterNs(KeyedDraws draws, PeriodicSettings settings, long period) =>
        (long)Math.Floor(draws.Uniform(period, 1) * (settings.JitterNs + 1));
}
