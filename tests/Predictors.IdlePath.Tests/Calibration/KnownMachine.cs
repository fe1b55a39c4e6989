using Predictors.Traces;
using Predictors.Traces.Tests.Segments;
using static Predictors.Traces.Tests.Segments.Events;

namespace Predictors.IdlePath.Tests;

/// <summary>
/// A machine whose costs are known, and what it would record: CPU 0 halts and is woken by a task of CPU 1, mostly by an IPI after various times
/// asleep, now and then by a store before its tick is stopped. Times are in ns.
/// </summary>
/// <param name="TimerWriteNs">A write of the timer deadline.</param>
/// <param name="IpiSendNs">An IPI.</param>
/// <param name="InjectNs">From the interrupt until the task runs.</param>
/// <param name="StoreWakeNs">From a store until the task runs.</param>
/// <param name="HostWakeNs">The host's wake-up by the time asleep, and the number of the wake-up.</param>
internal sealed record KnownMachine(long TimerWriteNs, long IpiSendNs, long InjectNs, long StoreWakeNs, Func<long, int, long> HostWakeNs)
{
    private const int Waker = 11;
    private const int Woken = 10;
    private const long WorkNs = 20_000;

    // What a waker does beside waking: the same after a store and an IPI.
    private const long WakerWorkNs = 2_000;

    /// <summary>The times asleep, by turns.</summary>
    public static IReadOnlyList<long> AsleepNs { get; } = [30_000, 300_000, 3_000_000, 15_000_000];

    private static MachineProfile Base => MachineProfiles.Get(MachineProfiles.DefaultName);

    public CalibrationResult Calibrate(int wakes, ulong seed = 1)
    {
        var calibration = new Calibration(Base);
        IKernelEventObserver observer = calibration.Observe();
        using var trace = new KernelTraceReader(new ObservedEventReader(new KernelEventList(Record(wakes)), observer), "known", "0");
        calibration.Add(trace, observer);
        return calibration.Fit("known-machine", seed);
    }

    /// <summary>Records wake-ups, every fifth of them by a store.</summary>
    public IReadOnlyList<KernelEvent> Record(int wakes)
    {
        var events = new List<KernelEvent>();
        long nowNs = 1_000_000;
        for (int wake = 0; wake < wakes; wake++)
        {
            events.Add(ToIdle(0, nowNs, Woken));
            nowNs = (wake % 5 == 4 ? Caught(events, nowNs) : Halted(events, nowNs, AsleepNs[wake % AsleepNs.Count], wake)) + WorkNs;
        }

        return [.. events.OrderBy(e => e.TimeNs)];
    }

    private long Caught(List<KernelEvent> events, long idleNs)
    {
        long storedNs = idleNs + 200;
        Wake(events, storedNs, Stored(1, Waker, storedNs, 0), costNs: 0);
        events.Add(FromIdle(0, storedNs + StoreWakeNs, Woken));
        return storedNs + StoreWakeNs;
    }

    private long Halted(List<KernelEvent> events, long idleNs, long asleepNs, int wake)
    {
        ProfileCosts costs = Base.Costs;
        long stopNs = idleNs + 500;
        long haltNs = stopNs + TimerWriteNs;
        long sentNs = haltNs + costs.HltExit.LeastNs + costs.HostBlock.LeastNs + asleepNs;
        long handlerNs = sentNs + IpiSendNs + HostWakeNs(asleepNs, wake) + costs.GuestEntry.LeastNs;
        long runNs = handlerNs + InjectNs + TimerWriteNs;
        events.Add(Of(KernelEventKind.TickStop, 0, 0, stopNs, 1));
        events.Add(Idle(0, haltNs, 1));
        Wake(events, sentNs, Send(1, Waker, sentNs, 0), IpiSendNs);
        events.Add(CallFunction(0, handlerNs));
        events.Add(Idle(0, handlerNs + (InjectNs / 2), Exit));
        events.Add(FromIdle(0, runNs, Woken));
        return runNs;
    }

    private static void Wake(List<KernelEvent> events, long ns, KernelEvent how, long costNs)
    {
        events.Add(Waking(1, Waker, ns, Woken, 0));
        events.Add(how);
        events.Add(Switch(1, ns + costNs + WakerWorkNs, Waker, Waker + 1));
        events.Add(Switch(1, ns + costNs + WakerWorkNs + 1, Waker + 1, Waker));
    }
}
