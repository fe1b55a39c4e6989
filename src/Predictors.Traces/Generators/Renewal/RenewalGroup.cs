using Predictors.Abstractions;

namespace Predictors.Traces.Generators;

/// <summary>One vCPU that is busy and idle in turn; it begins busy.</summary>
internal sealed class RenewalGroup : WorkloadGroup
{
    private readonly RenewalSettings _settings;
    private readonly IdleStatistics _idle;
    private readonly Series _busy;
    private readonly IdleDraw _draw;
    private readonly KeyedDraws _draws;
    private long _clockNs;
    private long _period;

    public RenewalGroup(
        int vcpu, RenewalSettings settings, IdleStatistics idle, Series busy, IdleDraw draw, KeyedDraws draws, long startNs)
        : base(vcpu, 1)
    {
        (_settings, _idle, _busy, _draw, _draws, _clockNs) = (settings, idle, busy, draw, draws, startNs);
        _idle.Break(vcpu);
    }

    public override long ClockNs => _clockNs;

    public override void Round(PhaseOutput output)
    {
        long busyNs = _settings.Busy.DrawNs(_draws.Uniform(_period, 0));
        long idleNs = _draw.NextNs(_draws, _period);
        long entryNs = _clockNs + busyNs;
        long arrivalNs = entryNs + idleNs;
        bool timer = _settings.Cause == WakeCause.Timer;
        var segment = new GeneratedSegment(entryNs, arrivalNs, arrivalNs + _settings.ExitLatencyNs, _settings.Cause)
        {
            NextTimerNs = timer ? idleNs : IdleEntry.UnknownNs,
            TimerWrites = timer ? 1 : 0,
        };
        if (output.Add(FirstVcpu, segment))
        {
            _busy.Add(busyNs);
            _idle.Add(FirstVcpu, idleNs);
        }

        _clockNs = segment.ExitNs;
        _period++;
    }
}
