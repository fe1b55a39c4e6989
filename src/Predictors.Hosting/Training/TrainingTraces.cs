using Predictors.Abstractions;
using Predictors.Traces;

namespace Predictors.Hosting;

/// <summary>Takes the leading part of a trace for training.</summary>
public static class TrainingTraces
{
    /// <summary>Reads a trace and keeps its leading part. Memory grows with it.</summary>
    /// <param name="trace">The trace, from its beginning; the caller keeps and disposes of it.</param>
    /// <param name="share">How much of its span, above 0, at most 1.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>The idle periods that end within the part.</returns>
    /// <exception cref="TraceFormatException">The trace can't be read.</exception>
    /// <exception cref="OperationCanceledException">The reading was stopped.</exception>
    public static TrainingTrace Read(ITraceReader trace, double share, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(share);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1);
        var vcpus = new SortedDictionary<int, Vcpu>();
        while (trace.Read() is { } chunk)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!vcpus.TryGetValue(chunk.Vcpu, out Vcpu? vcpu))
            {
                vcpus.Add(chunk.Vcpu, vcpu = new Vcpu());
            }

            vcpu.Add(chunk);
            trace.Recycle(chunk);
        }

        TraceInspection found = trace.Inspection;
        long untilNs = found.FirstNs + (long)((found.LastNs - found.FirstNs) * share);
        IReadOnlyList<TrainingPeriod>[] parts =
            [.. vcpus.Values.Select(v => v.Periods.FindAll(p => p.Entry.NowNs + p.Exit.IdleNs <= untilNs)).Where(p => p.Count > 0)];

        return new TrainingTrace(
            trace.Header.Name, trace.Header.SourceSha256, untilNs, trace.Header.Columns, parts) { Share = share };
    }

    private sealed class Vcpu
    {
        private long _previousExitNs = IdleEntry.UnknownNs;

        public List<TrainingPeriod> Periods { get; } = [];

        public void Add(SegmentChunk chunk)
        {
            for (int i = 0; i < chunk.Count; i++)
            {
                SegmentFlags flags = chunk.Flags[i];
                bool known = _previousExitNs != IdleEntry.UnknownNs && (flags & SegmentFlags.AfterGap) == 0;
                var entry = new IdleEntry
                {
                    Vcpu = chunk.Vcpu,
                    NowNs = chunk.EntryNs[i],
                    BusyNs = known ? chunk.EntryNs[i] - _previousExitNs : IdleEntry.UnknownNs,
                    NextTimerNs = chunk.NextTimerNs?[i] ?? IdleEntry.UnknownNs,
                };
                long idleNs = chunk.ArrivalNs[i] - chunk.EntryNs[i];
                bool taskRan = (flags & SegmentFlags.TaskRan) != 0;
                Periods.Add(new TrainingPeriod(entry, new IdleExit(idleNs, 0, idleNs, caught: false, chunk.Causes[i], taskRan)));
                _previousExitNs = chunk.ExitNs[i];
            }
        }
    }
}
