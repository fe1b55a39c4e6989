using Predictors.Abstractions;
using Predictors.Traces;

namespace Predictors.IdlePath;

/// <summary>
/// Measures the work of each stretch and the points in it at which others are released: the recorded busy time less what the recording
/// machine's own idle path took of it.
/// </summary>
/// <remarks>
/// Overhead that does not fit between two points is taken from what follows in the stretch; what does not fit at all is summed.
/// </remarks>
internal sealed class RecordedWork(WakeUpGraph graph, Dependencies dependencies, IdlePathCosts recordedOn, TraceInspection inspection)
{
    // Which draw each case had is unknown: on average the recorded path took the mean.
    private readonly IdlePathCosts _recordedOn = recordedOn.Typical;
    private long _lastNs = graph.BeginNs;

    /// <summary>The overhead that did not fit, in ns.</summary>
    public long UnfitNs { get; private set; }

    /// <summary>Where the last recorded work ends, in ns on the trace's clock.</summary>
    public long LastNs => _lastNs;

    public void Measure()
    {
        CollectPoints();
        for (int v = 0; v < graph.Columns.Count; v++)
        {
            Measure(v);
        }
    }

    private void CollectPoints()
    {
        foreach (int stretch in graph.ByRank)
        {
            if (graph.Releaser[stretch] >= 0)
            {
                graph.PointsFrom[graph.Releaser[stretch] + 1]++;
            }
        }

        for (int stretch = 0; stretch < graph.Vcpu.Length; stretch++)
        {
            graph.PointsFrom[stretch + 1] += graph.PointsFrom[stretch];
        }

        graph.PointTarget = new int[graph.PointsFrom[^1]];
        graph.PointNs = new long[graph.PointsFrom[^1]];
        int[] next = [.. graph.PointsFrom];
        foreach (int stretch in graph.ByRank)
        {
            if (graph.Releaser[stretch] >= 0)
            {
                int point = next[graph.Releaser[stretch]]++;
                graph.PointTarget[point] = stretch;
                graph.PointNs[point] = dependencies.CauseNs[stretch];
            }
        }

        // Recorded order is nearly the causes' own.
        for (int stretch = 0; stretch < graph.Vcpu.Length; stretch++)
        {
            (int from, int to) = (graph.PointsFrom[stretch], graph.PointsFrom[stretch + 1]);
            StableSort(graph.PointNs.AsSpan(from..to), graph.PointTarget.AsSpan(from..to));
        }
    }

    private void StableSort(Span<long> times, Span<int> targets)
    {
        bool sorted = true;
        for (int i = 1; i < times.Length; i++)
        {
            sorted &= times[i - 1] <= times[i];
        }

        if (!sorted)
        {
            var keys = new (long TimeNs, int Rank)[times.Length];
            for (int i = 0; i < keys.Length; i++)
            {
                keys[i] = (times[i], graph.Rank[targets[i]]);
            }

            keys.AsSpan().Sort(targets);
            for (int i = 0; i < keys.Length; i++)
            {
                times[i] = keys[i].TimeNs;
            }
        }
    }

    private void Measure(int v)
    {
        VcpuColumns columns = graph.Columns[v];
        var tick = new RecordedTick(columns.All, inspection.Vcpus.TryGetValue(columns.Vcpu, out VcpuInspection? found) ? found.IdleSource : null);
        int first = graph.FirstSegment[v];
        long beginNs = graph.BeginNs;
        long restartNs = 0;
        for (int i = first; i <= columns.Count; i++)
        {
            int stretch = graph.FirstStretch[v] + i - first;
            if (i == columns.Count)
            {
                MeasureStretch(stretch, beginNs, restartNs, endNs: null, 0);
                break;
            }

            (bool stops, bool restarts) = tick.Pass(i);
            MeasureStretch(stretch, beginNs, restartNs, columns.EntryNs[i], stops ? _recordedOn.TimerWriteNs : 0);
            beginNs = columns.ExitNs[i];
            restartNs = restarts ? _recordedOn.TimerWriteNs : 0;
            _lastNs = Math.Max(_lastNs, beginNs);
        }
    }

    private void MeasureStretch(int stretch, long beginNs, long restartNs, long? endNs, long stopNs)
    {
        (int from, int to) = (graph.PointsFrom[stretch], graph.PointsFrom[stretch + 1]);
        if (graph.IsGap[stretch])
        {
            // Nothing hangs on what was not recorded, but the interrupt before it may have woken others.
            graph.PointNs.AsSpan(from..to).Fill(WakeUpGraph.InInterrupt);
            graph.WorkNs[stretch] = endNs!.Value - beginNs;
            return;
        }

        long owedNs = restartNs;
        long workNs = 0;
        long nowNs = beginNs;
        for (int point = from; point < to; point++)
        {
            long pointNs = graph.PointNs[point];
            bool inInterrupt = pointNs < beginNs;
            Advance(Math.Max(pointNs, beginNs));
            graph.PointNs[point] = inInterrupt ? WakeUpGraph.InInterrupt : workNs;
            owedNs += Math.Max(0, IpiNs(graph.PointTarget[point]) - (inInterrupt ? beginNs - pointNs : 0));
        }

        if (endNs is { } end)
        {
            owedNs += stopNs;
            Advance(Math.Max(end, nowNs));
        }

        graph.WorkNs[stretch] = workNs;
        UnfitNs += endNs is null ? 0 : owedNs;
        _lastNs = Math.Max(_lastNs, nowNs);

        void Advance(long untilNs)
        {
            long passedNs = untilNs - nowNs;
            long overheadNs = Math.Min(passedNs, owedNs);
            owedNs -= overheadNs;
            workNs += passedNs - overheadNs;
            nowNs = untilNs;
        }
    }

    /// <summary>The IPI that the recording's waker sent: none where a store was enough.</summary>
    private long IpiNs(int target) =>
        graph.Kind[target] == DependencyKind.Vcpu && graph.Causes[target] is WakeCause.RescheduleIpi or WakeCause.OtherIpi
            ? _recordedOn.IpiSendNs
            : 0;
}
