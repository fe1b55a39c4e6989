using CsCheck;
using Predictors.Abstractions;

namespace Predictors.Traces.Tests.Conversion;

/// <summary>Random traces that keep the rules of the model.</summary>
internal static class RandomTrace
{
    private const SegmentFlags Basis = SegmentFlags.ArrivalMeasured | SegmentFlags.ArrivalEstimated;

    private static readonly Gen<long> Span = Gen.OneOf(
        Gen.Const(0L), Gen.Long[0, 255], Gen.Long[0, 70_000], Gen.Long[0, 6_000_000_000], Gen.Long[0, 1L << 50]);

    private static readonly Gen<long> OptionalNs = Gen.OneOf(Gen.Const(IdleEntry.UnknownNs), Span, Gen.Const(long.MaxValue));

    private static readonly Gen<(int, long, long, int, int, SegmentFlags)> Core = Gen.Select(
        Gen.Int[0, 3], Span, Span, Gen.Int[0, 100], Gen.Int[0, 5],
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 3], (basis, rest) => (SegmentFlags)((basis << 2) | rest)));

    private static readonly Gen<(int, long, long, int, int, long)> More = Gen.Select(
        Gen.Int[-1, TraceLimits.MaxVcpu], Gen.OneOf(Gen.Const(IdleEntry.UnknownNs), Span), OptionalNs, Gen.Int[0, int.MaxValue], Gen.Int[-1, 9], OptionalNs);

    public static readonly Gen<(TraceColumns Columns, List<TraceRow> Rows)> Any = Gen.Select(
        Gen.Int[0, 511], Gen.Select(Core, More).Array[0, 200], (columns, rows) => ((TraceColumns)columns, Build((TraceColumns)columns, rows)));

    private static List<TraceRow> Build(
        TraceColumns columns, ((int, long, long, int, int, SegmentFlags) Core, (int, long, long, int, int, long) More)[] random)
    {
        var rows = new List<TraceRow>();
        long[] nowNs = [0, 1L << 40, 1_000_000, TraceLimits.MaxTimeNs / 2];
        foreach (var ((vcpu, gapNs, lengthNs, percent, cause, flags), (wakerVcpu, wakerNs, timerNs, writes, state, windowNs)) in random)
        {
            long entryNs = nowNs[vcpu] + gapNs;
            long exitNs = nowNs[vcpu] = entryNs + lengthNs;
            SegmentFlags known = (Has(TraceColumns.Arrival) ? flags : flags & ~Basis) | (Has(TraceColumns.TaskRan) ? SegmentFlags.None : SegmentFlags.TaskRan)
                | (Has(TraceColumns.ArmedTimer) ? (SegmentFlags)(writes % 3 << 4) : SegmentFlags.None);
            rows.Add(new TraceRow(
                vcpu, entryNs, exitNs,
                (known & Basis) != 0 ? entryNs + (lengthNs / 100 * percent) : exitNs,
                Has(TraceColumns.Cause) ? (WakeCause)cause : WakeCause.Unknown,
                known,
                Has(TraceColumns.Waker) ? wakerVcpu : -1,
                Has(TraceColumns.Waker) ? wakerNs : IdleEntry.UnknownNs,
                Has(TraceColumns.NextTimer) ? timerNs : IdleEntry.UnknownNs,
                Has(TraceColumns.TimerWrites) ? writes : 0,
                Has(TraceColumns.State) ? state : -1,
                Has(TraceColumns.RecordedWindow) ? windowNs : IdleEntry.UnknownNs,
                Has(TraceColumns.ArmedTimer) ? wakerVcpu : -1,
                Has(TraceColumns.ArmedTimer) ? wakerNs : IdleEntry.UnknownNs,
                Has(TraceColumns.ArmedTimer) ? gapNs : IdleEntry.UnknownNs));
        }

        return rows;

        bool Has(TraceColumns column) => (columns & column) != 0;
    }
}
