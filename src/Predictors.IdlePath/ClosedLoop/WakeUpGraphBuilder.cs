using Predictors.Abstractions;
using Predictors.Traces;

namespace Predictors.IdlePath;

/// <summary>Makes the graph of a trace: numbers the stretches, finds what each wake-up hangs on, and how much work there is.</summary>
internal sealed class WakeUpGraphBuilder
{
    private readonly TraceInspection _inspection;
    private readonly ClosedLoopSettings _settings;
    private readonly VcpuColumns[] _columns;
    private readonly WakeUpGraph _graph;

    public WakeUpGraphBuilder(ClosedLoopTrace trace, TraceInspection inspection, ClosedLoopSettings settings)
    {
        _inspection = inspection;
        _settings = settings;
        _columns = [.. trace.Vcpus.Values];
        int[] first = [.. _columns.Select(c => c.FirstFrom(settings.FromNs))];
        int stretches = checked(_columns.Select((c, v) => c.Count - first[v] + 1).Sum());
        _graph = new WakeUpGraph(stretches, _columns.Length)
        {
            Columns = _columns,
            FirstSegment = first,
            EmptyVcpus = inspection.Vcpus.Keys.Count(v => !trace.Vcpus.ContainsKey(v)),
            BeginNs = Math.Max(inspection.FirstNs, settings.FromNs ?? inspection.FirstNs),
        };
        for (int v = 0; v < _columns.Length; v++)
        {
            _graph.FirstStretch[v + 1] = _graph.FirstStretch[v] + _columns[v].Count - first[v] + 1;
        }
    }

    public WakeUpGraph Build()
    {
        CopyColumns();
        RecordedOrder.Number(_graph);
        var dependencies = new Dependencies(_graph, _settings.Timers);
        dependencies.Find();
        var work = new RecordedWork(_graph, dependencies, _settings.RecordedOn, _inspection);
        work.Measure();
        _graph.Fixed = [.. _graph.ByRank.Where(s => _graph.Releaser[s] < 0)];
        _graph.Dependencies = dependencies.Count(work.UnfitNs);
        _graph.RecordedElapsedNs = work.LastNs - _graph.BeginNs;
        _graph.RecordedRoundTrips = RoundTrip.Recorded(_graph, dependencies);
        return _graph;
    }

    private void CopyColumns()
    {
        for (int v = 0; v < _columns.Length; v++)
        {
            SegmentChunk all = _columns[v].All;
            int stretch = _graph.FirstStretch[v];
            _graph.Vcpu[stretch] = v;
            _graph.Flags[stretch] = SegmentFlags.TaskRan;
            for (int i = _graph.FirstSegment[v]; i < all.Count; i++)
            {
                _graph.IsGap[stretch] = (all.Flags[i] & SegmentFlags.AfterGap) != 0;
                SetTimer(stretch, all, i);
                stretch++;
                _graph.Vcpu[stretch] = v;
                _graph.Causes[stretch] = all.Causes[i];
                _graph.Flags[stretch] = all.Flags[i];
                _graph.TimerWrites[stretch] = all.TimerWrites?[i] ?? 0;
            }

            _graph.TimerNs[stretch] = IdleEntry.UnknownNs;
        }
    }

    /// <summary>The timer that is next when a stretch ends moves with its vCPU where it is the one that then wakes it and that is relative.</summary>
    private void SetTimer(int stretch, SegmentChunk all, int segment)
    {
        long timerNs = all.NextTimerNs is null ? IdleEntry.UnknownNs : all.NextTimerNs[segment];
        bool moves = all.Causes[segment] == WakeCause.Timer && Dependencies.Moves(_settings.Timers, all.Flags[segment]);
        bool known = timerNs >= 0 && timerNs <= TraceLimits.MaxTimeNs;
        _graph.TimerMoves[stretch] = moves;
        _graph.TimerNs[stretch] = !known ? IdleEntry.UnknownNs : moves ? timerNs : all.EntryNs[segment] + timerNs;
    }
}
