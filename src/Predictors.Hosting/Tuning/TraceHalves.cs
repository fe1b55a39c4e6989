using Predictors.Ranking;
using Predictors.Traces;

namespace Predictors.Hosting;

/// <summary>The traces of a tuning, each cut at the middle of its span.</summary>
internal sealed class TraceHalves
{
    private readonly IReadOnlyList<Func<ITraceReader>> _open;
    private readonly (long FirstNs, long MiddleNs, long EndNs)[] _spans;
    private readonly Resumption? _resumption;

    private TraceHalves(
        IReadOnlyList<Func<ITraceReader>> open, Resumption? resumption, (long FirstNs, long MiddleNs, long EndNs)[] spans, IReadOnlyList<string> notes)
    {
        _open = open;
        _resumption = resumption;
        _spans = spans;
        Notes = notes;
    }

    /// <summary>How many traces there are; half <c>h</c> of trace <c>t</c> has the index <c>2 t + h</c>.</summary>
    public int Traces => _open.Count;

    /// <summary>What was odd in the traces, in sentences.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>Reads the traces once, to see where their middles are.</summary>
    public static TraceHalves Of(IReadOnlyList<Func<ITraceReader>> open, Resumption? resumption, IProgress<double> progress, CancellationToken cancellation)
    {
        var spans = new List<(long, long, long)>();
        var notes = new List<string>();
        foreach (Func<ITraceReader> opened in open)
        {
            using ITraceReader trace = opened();
            var part = new PartOfProgress(progress, spans.Count, open.Count);
            while (trace.Read() is { } chunk)
            {
                cancellation.ThrowIfCancellationRequested();
                trace.Recycle(chunk);
                part.Report(trace.Progress);
            }

            TraceInspection found = trace.Inspection;
            spans.Add((found.FirstNs, found.FirstNs + ((found.LastNs - found.FirstNs) / 2), found.LastNs));
            if (TraceSoundness.NoteOn(trace.Header.Name, found) is { } note)
            {
                notes.Add(note);
            }

            progress.Report((double)spans.Count / open.Count);
        }

        return new TraceHalves(open, resumption, [.. spans], notes);
    }

    /// <summary>Replays every half.</summary>
    /// <returns>One outcome for each half, by index.</returns>
    public IEnumerable<RunOutcome> Run(RunPlan plan, IProgress<double> progress, CancellationToken cancellation)
    {
        var replayer = new TraceReplayer(plan);
        ResumedReplayer[] resumed = _resumption is null ? [] : [_resumption.ReplayerOf(plan, "earlier half"), _resumption.ReplayerOf(plan, "later half")];
        for (int part = 0; part < 2 * Traces; part++)
        {
            using ITraceReader trace = Open(part);
            var share = new PartOfProgress(progress, part, 2 * Traces);
            yield return resumed.Length > 0
                ? resumed[part % 2].Run(trace, share, standIns: null, cancellation).Outcome
                : replayer.Run(trace, share, observer: null, cancellation);
            share.Report(1);
        }

        _resumption?.Save();
    }

    /// <summary>Replays each whole trace under one predictor, and watches for polls that end too early.</summary>
    /// <returns>The trace's name and what was seen.</returns>
    public IEnumerable<(string Trace, PollMisses Misses)> Watch(RunPlan plan, CancellationToken cancellation)
    {
        var replayer = new TraceReplayer(plan);
        foreach (Func<ITraceReader> open in _open)
        {
            using ITraceReader trace = open();
            var misses = new PollMisses(plan.ExchangeRate);
            replayer.Run(trace, progress: null, misses, cancellation);
            yield return (trace.Header.Name, misses);
        }
    }

    /// <summary>The name of a half, which does not depend on when the trace was recorded.</summary>
    public static string KeyOf(int part) => FormattableString.Invariant($"half {part % 2} of trace {part / 2}");

    private TracePart Open(int part)
    {
        (long firstNs, long middleNs, long endNs) = _spans[part / 2];

        // The last instant belongs to the later half.
        return part % 2 == 0
            ? new TracePart(_open[part / 2](), firstNs, middleNs)
            : new TracePart(_open[part / 2](), middleNs, endNs == long.MaxValue ? endNs : endNs + 1);
    }
}
