using Predictors.Abstractions;

namespace Predictors.Traces.Generators;

/// <summary>vCPU 0 and those that do the work; all begin idle. A round is a request.</summary>
internal sealed class FanOutGroup : WorkloadGroup
{
    private const int Front = 0;

    private readonly FanOutSettings _settings;
    private readonly FanOutSeries _series;
    private readonly KeyedDraws[] _draws;
    private readonly long[] _entriesNs;
    private readonly long[] _servicesNs;
    private long _request;

    public FanOutGroup(FanOutSettings settings, FanOutSeries series, ulong seed, long startNs)
        : base(Front, settings.Leaves + 1)
    {
        (_settings, _series) = (settings, series);
        _draws = [.. Enumerable.Range(0, settings.Leaves + 1).Select(v => new KeyedDraws(seed, v))];
        _entriesNs = new long[settings.Leaves + 1];
        _entriesNs.AsSpan().Fill(startNs);
        _servicesNs = new long[settings.Leaves + 1];
    }

    public override long ClockNs => _entriesNs[Front];

    public override void Round(PhaseOutput output)
    {
        long thinkNs = _settings.Think.DrawNs(_draws[Front].Uniform(_request, 0));
        long requestNs = _entriesNs[Front] + thinkNs;
        if (Wake(output, Front, requestNs, WakeCause.DeviceInterrupt, waker: -1))
        {
            _series.Request.Add(thinkNs);
        }

        long sendNs = requestNs + _settings.ExitLatencyNs + _settings.DispatchNs;
        _entriesNs[Front] = sendNs + ExchangeTiming.AfterSendNs;
        int last = WakeLeaves(output, sendNs);
        long doneNs = sendNs + _settings.ExitLatencyNs + ExchangeTiming.AfterSendNs + _servicesNs[last];
        long idleNs = doneNs - _entriesNs[Front];
        bool replied = Wake(output, Front, doneNs, WakeCause.RescheduleIpi, last);
        _entriesNs[Front] = doneNs + _settings.ExitLatencyNs + _settings.ReplyNs;
        if (replied)
        {
            _series.Replies.Add(idleNs);
            _series.Response.Add(_entriesNs[Front] - requestNs);
        }

        _request++;
    }

    /// <summary>Wakes those that do the work and sends them idle again.</summary>
    /// <returns>Which is done last; of several the first.</returns>
    private int WakeLeaves(PhaseOutput output, long sendNs)
    {
        int last = Front + 1;
        for (int leaf = Front + 1; leaf <= _settings.Leaves; leaf++)
        {
            long serviceNs = _settings.Service.DrawNs(_draws[leaf].Uniform(_request, 0));
            long idleNs = sendNs - _entriesNs[leaf];
            if (Wake(output, leaf, sendNs, WakeCause.RescheduleIpi, Front))
            {
                _series.Service.Add(serviceNs);
                if (_request > 0)
                {
                    _series.LeafIdle.Add(idleNs);
                }
            }

            _servicesNs[leaf] = serviceNs;
            _entriesNs[leaf] = sendNs + _settings.ExitLatencyNs + serviceNs + (2 * ExchangeTiming.AfterSendNs);
            last = serviceNs > _servicesNs[last] ? leaf : last;
        }

        return last;
    }

    private bool Wake(PhaseOutput output, int vcpu, long arrivalNs, WakeCause cause, int waker) => output.Add(
        vcpu,
        new GeneratedSegment(_entriesNs[vcpu], arrivalNs, arrivalNs + _settings.ExitLatencyNs, cause)
        {
            WakerVcpu = waker,
            WakerNs = waker < 0 ? IdleEntry.UnknownNs : arrivalNs,
        });
}
