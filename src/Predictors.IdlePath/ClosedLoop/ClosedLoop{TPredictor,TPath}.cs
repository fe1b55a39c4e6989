using Predictors.Abstractions;
using Predictors.Traces;

namespace Predictors.IdlePath;

/// <summary>The simulation: takes the events in order, and lets each vCPU work, go idle and wake up.</summary>
/// <param name="graph">The trace.</param>
/// <param name="costs">The machine.</param>
/// <param name="books">What the wake-ups cost.</param>
/// <param name="vcpus">The vCPUs, by place.</param>
/// <param name="observer">Is told of every idle period, or null.</param>
internal sealed class ClosedLoop<TPredictor, TPath>(
    WakeUpGraph graph, IdlePathCosts costs, Books books, VcpuLoop<TPredictor, TPath>[] vcpus, IReplayObserver? observer = null)
    where TPredictor : struct, IIdlePredictor
    where TPath : struct, IVcpuPath<TPath>
{
    private const int EventsPerLookAtCancellation = 1 << 16;

    private readonly int[] _next = new int[graph.Vcpu.Length];
    private readonly long[] _arrivedNs = new long[graph.Vcpu.Length];
    private EventQueue _events = new(graph);

    /// <summary>The vCPUs, by place.</summary>
    public VcpuLoop<TPredictor, TPath>[] Vcpus => vcpus;

    /// <summary>The cost of each wake-up's idle period, by slices of consecutive segments of a vCPU.</summary>
    public CostBlock[][] Slices { get; } = [.. vcpus.Select((_, v) =>
        new CostBlock[(graph.FirstStretch[v + 1] - graph.FirstStretch[v] - 1 + BlockCosts.MinLength - 1) / BlockCosts.MinLength])];

    /// <summary>The round trips.</summary>
    public LatencyHistogram RoundTrips { get; } = new();

    /// <summary>How long no vCPU was at work, waking up or waiting for a timer that runs, in ns.</summary>
    public long FixedWaitNs { get; private set; }

    /// <summary>When the last work ended, in ns.</summary>
    public long EndNs { get; private set; } = graph.BeginNs;

    /// <summary>The call into the predictor that is under way, or null.</summary>
    public string? Call { get; private set; }

    /// <summary>The vCPU and the stretch that the last call was about, and when.</summary>
    public (int Vcpu, int Stretch, long TimeNs) At { get; private set; }

    public void Run(CancellationToken cancellation = default)
    {
        for (int v = 0; v < vcpus.Length; v++)
        {
            vcpus[v].Unserved = graph.FirstStretch[v + 1] - graph.FirstStretch[v] - 1;
            vcpus[v].IdleExitNs = IdleEntry.UnknownNs;
            Begin(v, graph.FirstStretch[v], graph.BeginNs, graph.BeginNs, atWork: false);
        }

        bool waits = _events.IsAllFixed;
        long nowNs = graph.BeginNs;
        for (long taken = 0; _events.TryTake(out LoopEvent e); taken++)
        {
            FixedWaitNs += waits ? e.TimeNs - nowNs : 0;
            nowNs = e.TimeNs;
            if (e.IsWakeUp)
            {
                Arrive(graph.ByRank[e.Of], e.TimeNs);
            }
            else
            {
                GoOn(e.Of, e.TimeNs);
            }

            waits = _events.IsAllFixed;
            if (taken % EventsPerLookAtCancellation == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }
        }

        if (vcpus.FirstOrDefault(v => v.Unserved > 0) is { } stuck)
        {
            throw new InvalidOperationException($"The closed loop ended with {stuck.Unserved} wake-ups of vCPU {stuck.Number} to come: the graph is wrong.");
        }
    }

    private void Begin(int v, int stretch, long handledNs, long workBeginsNs, bool atWork)
    {
        VcpuLoop<TPredictor, TPath> vcpu = vcpus[v];
        vcpu.IsIdle = false;
        vcpu.Stretch = stretch;
        vcpu.Point = graph.PointsFrom[stretch];
        vcpu.HandledNs = handledNs;
        vcpu.WorkBeganNs = workBeginsNs;
        vcpu.TaskRuns = atWork || (graph.Flags[stretch] & SegmentFlags.TaskRan) != 0;
        _events.Add(LoopEvent.GoesOn(NextNs(vcpu), v));
    }

    private long NextNs(VcpuLoop<TPredictor, TPath> vcpu)
    {
        if (vcpu.Point == graph.PointsFrom[vcpu.Stretch + 1])
        {
            return vcpu.WorkBeganNs + graph.WorkNs[vcpu.Stretch];
        }

        long pointNs = graph.PointNs[vcpu.Point];
        return pointNs == WakeUpGraph.InInterrupt ? vcpu.HandledNs : vcpu.WorkBeganNs + pointNs;
    }

    private void GoOn(int v, long nowNs)
    {
        VcpuLoop<TPredictor, TPath> vcpu = vcpus[v];
        if (vcpu.OwedIpiNs > 0)
        {
            vcpu.WorkBeganNs += vcpu.OwedIpiNs;
            vcpu.Accounts.WakerIpiNs += vcpu.OwedIpiNs;
            vcpu.OwedIpiNs = 0;
            GoOnLater(v, nowNs);
        }
        else if (vcpu.Point < graph.PointsFrom[vcpu.Stretch + 1])
        {
            Release(vcpu, nowNs);
            GoOnLater(v, nowNs);
        }
        else
        {
            End(v, nowNs);
        }
    }

    private void GoOnLater(int v, long nowNs)
    {
        long nextNs = NextNs(vcpus[v]);
        _events.Add(nextNs > nowNs || costs.IpiSendNs == 0 ? LoopEvent.GoesOn(nextNs, v) : LoopEvent.GoesOnAfterWaking(nextNs, v));
    }

    /// <summary>All that the work releases at an instant, at once.</summary>
    private void Release(VcpuLoop<TPredictor, TPath> vcpu, long nowNs)
    {
        do
        {
            int target = graph.PointTarget[vcpu.Point++];
            _events.Add(LoopEvent.WakesUp(nowNs + graph.DelayNs[target], graph.Rank[target]));
        }
        while (vcpu.Point < graph.PointsFrom[vcpu.Stretch + 1] && NextNs(vcpu) == nowNs);
    }

    private void Arrive(int stretch, long nowNs)
    {
        _arrivedNs[stretch] = nowNs;
        int begin = RoundTrip.Begin(graph, stretch);
        if (begin >= 0)
        {
            RoundTrips.Record(nowNs - _arrivedNs[begin]);
        }

        VcpuLoop<TPredictor, TPath> vcpu = vcpus[graph.Vcpu[stretch]];
        if (vcpu.IsIdle)
        {
            WakeUp(graph.Vcpu[stretch], stretch, nowNs);
        }
        else
        {
            vcpu.Enqueue(stretch, _next);
        }
    }

    /// <summary>The work of a stretch has ended.</summary>
    private void End(int v, long nowNs)
    {
        VcpuLoop<TPredictor, TPath> vcpu = vcpus[v];
        int ended = vcpu.Stretch;
        bool unknown = graph.IsGap[ended] || ended == graph.FirstStretch[v] || ended == graph.FirstStretch[v + 1] - 1;
        vcpu.IdleExitNs = unknown ? IdleEntry.UnknownNs : vcpu.IdleExitNs;
        vcpu.Accounts.BusyNs += unknown ? 0 : graph.WorkNs[ended];
        vcpu.Accounts.UncoveredNs += unknown ? graph.WorkNs[ended] : 0;
        vcpu.EndedNs = nowNs;
        EndNs = Math.Max(EndNs, nowNs);
        if (vcpu.Unserved == 0)
        {
            vcpu.Stretch = -1;
        }
        else if (vcpu.FirstWaiting < 0)
        {
            GoIdle(vcpu, ended, nowNs);
        }
        else
        {
            int waiting = vcpu.Dequeue(_next);
            if (vcpu.TaskRuns && _arrivedNs[waiting] < nowNs)
            {
                vcpu.Unserved--;
                vcpu.Accounts.AtWork++;
                vcpu.Accounts.AtWorkWaitNs += nowNs - _arrivedNs[waiting];
                Begin(v, waiting, nowNs, nowNs, atWork: true);
            }
            else
            {
                GoIdle(vcpu, ended, nowNs);
                WakeUp(v, waiting, nowNs);
            }
        }
    }

    private void GoIdle(VcpuLoop<TPredictor, TPath> vcpu, int ended, long nowNs)
    {
        long timerNs = graph.TimerNs[ended] - (graph.TimerMoves[ended] ? 0 : nowNs);
        var entry = new IdleEntry
        {
            Vcpu = vcpu.Number,
            NowNs = nowNs,
            BusyNs = vcpu.IdleExitNs == IdleEntry.UnknownNs ? IdleEntry.UnknownNs : nowNs - vcpu.IdleExitNs,
            NextTimerNs = graph.TimerNs[ended] < 0 || timerNs < 0 ? IdleEntry.UnknownNs : timerNs,
        };
        vcpu.Entry = entry;
        vcpu.IsIdle = true;
        vcpu.EntryNs = nowNs;
        At = (vcpu.Number, ended, nowNs);
        Call = nameof(IIdlePredictor.PredictPollNs);
        vcpu.WindowNs = PredictorFaults.Check(vcpu.Predictor.PredictPollNs(in entry));
        Call = null;
    }

    private void WakeUp(int v, int stretch, long nowNs)
    {
        VcpuLoop<TPredictor, TPath> vcpu = vcpus[v];
        var segment = new IdleSegment(vcpu.EntryNs, nowNs - vcpu.EntryNs, graph.Causes[stretch], graph.Flags[stretch]);
        var timers = new SegmentTimers(vcpu.Entry.NextTimerNs, graph.TimerWrites[stretch]);
        var before = new TallyMark(in vcpu.Path.Tally);
        IdleExit exit = vcpu.Path.Pass(in segment, in timers, vcpu.WindowNs);
        Call = nameof(IIdlePredictor.Observe);
        vcpu.Predictor.Observe(in exit);
        Call = null;

        CostBlock booked = books.CostOf(in vcpu.Path.Tally);
        var cost = new CostBlock(booked.WasteNs - vcpu.Booked.WasteNs, booked.LatencyNs - vcpu.Booked.LatencyNs);
        vcpu.Booked = booked;
        if (observer is not null)
        {
            ObserverException.Tell(observer, new ReplayedPeriod
            {
                Entry = vcpu.Entry,
                WindowNs = vcpu.WindowNs,
                Exit = exit,
                ArrivalNs = segment.ArrivalNs,
                IsScored = true,
                Cost = cost,
                Accounts = before.Since(in vcpu.Path.Tally, costs, segment.ArrivalNs, in exit, cost.WasteNs),
            });
        }

        ref CostBlock slice = ref Slices[v][(stretch - graph.FirstStretch[v] - 1) / BlockCosts.MinLength];
        slice = new CostBlock(slice.WasteNs + cost.WasteNs, slice.LatencyNs + cost.LatencyNs);

        // A task waits for the tick as well.
        vcpu.IdleExitNs = vcpu.EntryNs + exit.IdleNs;
        long workBeginsNs = segment.TaskRan ? nowNs + cost.LatencyNs : vcpu.IdleExitNs;
        vcpu.Accounts.WakeUpNs += workBeginsNs - nowNs;
        vcpu.Unserved--;
        if (costs.SendsIpi(exit.HaltNs > 0, segment.Cause))
        {
            ChargeIpi(stretch, costs.IpiSendNs + before.MoreIpiNs(in vcpu.Path.Tally));
        }

        Begin(v, stretch, vcpu.IdleExitNs, workBeginsNs, atWork: false);
    }

    /// <summary>The waker bears its IPI, if it is known and still at that work.</summary>
    private void ChargeIpi(int stretch, long ipiNs)
    {
        int releaser = graph.Releaser[stretch];
        if (releaser >= 0 && graph.Kind[stretch] == DependencyKind.Vcpu)
        {
            VcpuLoop<TPredictor, TPath> waker = vcpus[graph.Vcpu[releaser]];
            waker.OwedIpiNs += !waker.IsIdle && waker.Stretch == releaser ? ipiNs : 0;
        }
    }
}
