using Predictors.Abstractions;

namespace Predictors.Traces.Generators;

/// <summary>A pair of vCPUs: the first begins with its work, the second is idle.</summary>
internal sealed class PingPongGroup(
    int firstVcpu, Law work, long exitLatencyNs, Series idle, Series busy, Series roundTrip, ulong seed, long startNs)
    : WorkloadGroup(firstVcpu, 2)
{
    private readonly KeyedDraws[] _draws = [new(seed, firstVcpu), new(seed, firstVcpu + 1)];
    private readonly long[] _entriesNs = [startNs, startNs];
    private long _beginNs = startNs;
    private long _turn;

    public override long ClockNs => _beginNs;

    public override void Round(PhaseOutput output)
    {
        long roundNs = _beginNs;
        bool complete = Turn(output) & Turn(output);
        if (complete)
        {
            roundTrip.Add(_beginNs - roundNs);
        }
    }

    // Whoever's turn it is works, wakes the other and goes idle.
    private bool Turn(PhaseOutput output)
    {
        int worker = (int)(_turn & 1);
        int other = 1 - worker;
        long workNs = work.DrawNs(_draws[worker].Uniform(_turn / 2, 0));
        long sendNs = _beginNs + ExchangeTiming.AfterSendNs + workNs;
        _entriesNs[worker] = sendNs + ExchangeTiming.AfterSendNs;
        var segment = new GeneratedSegment(_entriesNs[other], sendNs, sendNs + exitLatencyNs, WakeCause.RescheduleIpi)
        {
            WakerVcpu = FirstVcpu + worker,
            WakerNs = sendNs,
        };
        bool fits = output.Add(FirstVcpu + other, segment);
        if (fits)
        {
            busy.Add(_entriesNs[worker] - _beginNs);
            if (_turn > 0)
            {
                idle.Add(segment.IdleNs);
            }
        }

        _beginNs = segment.ExitNs;
        _turn++;
        return fits;
    }
}
