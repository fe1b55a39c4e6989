using Predictors.Abstractions;
using Predictors.Traces;

namespace Predictors.IdlePath;

/// <summary>Finds what each wake-up of a graph hangs on. What the trace does not tell stays where it was recorded, and is counted.</summary>
internal sealed class Dependencies(WakeUpGraph graph, TimerAssumption timers)
{
    private readonly Dictionary<int, int> _places = graph.Columns.Select((c, v) => (c.Vcpu, v)).ToDictionary();
    private readonly long[] _counts = new long[Enum.GetValues<DependencyKind>().Length];
    private long _notBackward;
    private long _notInWork;

    /// <summary>The recorded instant of each wake-up's cause, in ns; only where it has a releaser.</summary>
    public long[] CauseNs { get; } = new long[graph.Vcpu.Length];

    /// <summary>Whether a timer of such a segment moves with the work that armed it.</summary>
    public static bool Moves(TimerAssumption timers, SegmentFlags flags) => timers switch
    {
        TimerAssumption.Absolute => false,
        TimerAssumption.Relative => (flags & SegmentFlags.Tick) == 0,
        _ => (flags & SegmentFlags.RelativeTimer) != 0,
    };

    public void Find()
    {
        for (int v = 0; v < graph.Columns.Count; v++)
        {
            SegmentChunk all = graph.Columns[v].All;
            graph.Releaser[graph.FirstStretch[v]] = -1;
            for (int i = graph.FirstSegment[v]; i < all.Count; i++)
            {
                int stretch = graph.FirstStretch[v] + 1 + i - graph.FirstSegment[v];
                Find(all, i, stretch);
                _counts[(int)graph.Kind[stretch]]++;
            }
        }
    }

    public DependencyCounts Count(long unfitNs) => new()
    {
        Vcpu = _counts[(int)DependencyKind.Vcpu],
        RelativeTimer = _counts[(int)DependencyKind.RelativeTimer],
        AbsoluteTimer = _counts[(int)DependencyKind.AbsoluteTimer],
        Tick = _counts[(int)DependencyKind.Tick],
        Outside = _counts[(int)DependencyKind.Outside],
        Unknown = _counts[(int)DependencyKind.Unknown],
        NotBackward = _notBackward,
        NotInWork = _notInWork,
        UnfitOverheadNs = unfitNs,
    };

    private void Find(SegmentChunk all, int i, int stretch)
    {
        graph.Releaser[stretch] = -1;
        graph.DelayNs[stretch] = all.ArrivalNs[i];
        if (all.WakerVcpu is { } wakers && wakers[i] >= 0)
        {
            // The arrival is the waker's instant, unless the vCPU was not idle yet.
            long wakerNs = all.WakerNs![i] >= 0 ? all.WakerNs[i] : all.ArrivalNs[i];
            long delayNs = all.ArrivalNs[i] > all.EntryNs[i] ? Math.Max(0, all.ArrivalNs[i] - wakerNs) : 0;
            HangOn(stretch, DependencyKind.Vcpu, wakers[i], wakerNs, delayNs);
        }
        else if (all.Causes[i] == WakeCause.Timer)
        {
            FindTimer(all, i, stretch);
        }
        else
        {
            graph.Kind[stretch] = all.Causes[i] == WakeCause.DeviceInterrupt ? DependencyKind.Outside : DependencyKind.Unknown;
        }
    }

    private void FindTimer(SegmentChunk all, int i, int stretch)
    {
        SegmentFlags flags = all.Flags[i];
        graph.Kind[stretch] = (flags & SegmentFlags.Tick) != 0 ? DependencyKind.Tick : DependencyKind.AbsoluteTimer;
        if (!Moves(timers, flags))
        {
            return;
        }

        if (all.ArmedVcpu is { } armed && armed[i] >= 0 && all.ArmedNs![i] >= 0 && all.TimerLengthNs![i] >= 0)
        {
            HangOn(stretch, DependencyKind.RelativeTimer, armed[i], all.ArmedNs[i], all.TimerLengthNs[i]);
        }
        else if (timers == TimerAssumption.Relative)
        {
            HangOn(stretch, DependencyKind.RelativeTimer, all.Vcpu, all.EntryNs[i], all.ArrivalNs[i] - all.EntryNs[i]);
        }
    }

    private void HangOn(int stretch, DependencyKind kind, int vcpu, long causeNs, long delayNs)
    {
        int releaser = _places.TryGetValue(vcpu, out int v) ? StretchAt(v, causeNs) : -1;
        if (releaser < 0)
        {
            _notInWork++;
        }
        else if (graph.Rank[releaser] >= graph.Rank[stretch])
        {
            _notBackward++;
            releaser = -1;
        }

        graph.Kind[stretch] = releaser < 0 ? DependencyKind.Outside : kind;
        graph.Releaser[stretch] = releaser;
        if (releaser >= 0)
        {
            CauseNs[stretch] = causeNs;
            graph.DelayNs[stretch] = delayNs;
        }
    }

    /// <summary>The stretch in whose interrupt or work an instant lies, or -1.</summary>
    private int StretchAt(int v, long timeNs)
    {
        VcpuColumns columns = graph.Columns[v];
        int first = graph.FirstSegment[v];
        if (timeNs < graph.BeginNs)
        {
            return -1;
        }

        // The number of segments that have ended by then, of those in the closed loop.
        int ended = Ended(columns.ExitNs[first..], timeNs);
        int stretch = graph.FirstStretch[v] + ended;
        int next = first + ended;
        if (next < columns.Count && timeNs > columns.EntryNs[next])
        {
            return timeNs >= columns.ArrivalNs[next] ? stretch + 1 : -1;
        }

        return graph.IsGap[stretch] ? -1 : stretch;
    }

    private static int Ended(ReadOnlySpan<long> exits, long timeNs)
    {
        (int low, int high) = (0, exits.Length);
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            (low, high) = exits[middle] <= timeNs ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
