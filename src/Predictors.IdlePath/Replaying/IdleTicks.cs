using Predictors.Abstractions;
using Predictors.Traces;

namespace Predictors.IdlePath;

/// <summary>
/// The ticks that wake an idle vCPU whose kernel never stops its tick (<c>nohz=off</c>): every idle period is cut at the ticks that fall into it. A
/// predictor is asked anew after each, as a kernel asks its governor.
/// </summary>
public static class IdleTicks
{
    private const long MaxTicks = 100_000_000;

    /// <summary>The chunks of a trace as the machine sees them.</summary>
    /// <param name="chunk">A recorded chunk.</param>
    /// <param name="costs">The machine.</param>
    /// <returns>The chunk itself where the guest stops its tick, else chunks with the ticks in them.</returns>
    /// <exception cref="TraceFormatException">An idle period is absurdly long.</exception>
    public static IEnumerable<SegmentChunk> Of(SegmentChunk chunk, IdlePathCosts costs)
    {
        ArgumentNullException.ThrowIfNull(chunk);
        ArgumentNullException.ThrowIfNull(costs);
        return costs.Setup.StopsTick ? [chunk] : Cut(chunk, costs);
    }

    private static IEnumerable<SegmentChunk> Cut(SegmentChunk chunk, IdlePathCosts costs)
    {
        SegmentChunk cut = NewChunk(chunk);
        for (int i = 0; i < chunk.Count; i++)
        {
            long fromNs = chunk.EntryNs[i];
            long arrivalNs = chunk.ArrivalNs[i];
            if ((arrivalNs - fromNs) / costs.TickPeriodNs > MaxTicks)
            {
                throw new TraceFormatException(
                    $"vCPU {chunk.Vcpu}",
                    $"idle period {chunk.FirstIndex + i + 1}",
                    $"lasts {arrivalNs - fromNs} ns, more than {MaxTicks} ticks of {costs.TickPeriodNs} ns: the most that can be replayed with nohz off.");
            }

            SegmentFlags flags = chunk.Flags[i] & SegmentFlags.AfterGap;
            for (long tickNs = costs.NextTickNs(fromNs); tickNs < arrivalNs; tickNs += costs.TickPeriodNs)
            {
                int at = cut.Count++;
                cut.EntryNs[at] = fromNs;
                cut.ArrivalNs[at] = cut.ExitNs[at] = tickNs;
                cut.Causes[at] = WakeCause.Timer;
                cut.Flags[at] = flags | SegmentFlags.ArrivalMeasured;
                SetTimers(cut, at, chunk, i, tickNs);
                (fromNs, flags) = (tickNs, SegmentFlags.None);
                if (cut.Count == cut.Capacity)
                {
                    yield return cut;
                    cut = NewChunk(chunk);
                }
            }

            int last = cut.Count++;
            cut.EntryNs[last] = fromNs;
            cut.ArrivalNs[last] = arrivalNs;
            cut.ExitNs[last] = chunk.ExitNs[i];
            cut.Causes[last] = chunk.Causes[i];
            cut.Flags[last] = (chunk.Flags[i] & ~SegmentFlags.AfterGap) | flags;
            SetTimers(cut, last, chunk, i, costs.NextTickNs(fromNs));
            if (cut.Count == cut.Capacity)
            {
                yield return cut;
                cut = NewChunk(chunk);
            }
        }

        if (cut.Count > 0)
        {
            yield return cut;
        }
    }

    private static SegmentChunk NewChunk(SegmentChunk of) =>
        new(SegmentChunk.DefaultCapacity, of.Columns & (TraceColumns.NextTimer | TraceColumns.TimerWrites)) { Vcpu = of.Vcpu, FirstIndex = of.FirstIndex };

    /// <summary>The tick is a timer like any other; what was programmed in the busy period belongs to the first part.</summary>
    private static void SetTimers(SegmentChunk cut, int at, SegmentChunk chunk, int i, long tickNs)
    {
        long fromNs = cut.EntryNs[at];
        if (cut.NextTimerNs is not null)
        {
            long timerNs = chunk.NextTimerNs![i] == IdleEntry.UnknownNs ? long.MaxValue : chunk.EntryNs[i] + chunk.NextTimerNs[i];
            cut.NextTimerNs[at] = Math.Max(0, Math.Min(timerNs, tickNs) - fromNs);
        }

        if (cut.TimerWrites is not null)
        {
            cut.TimerWrites[at] = fromNs == chunk.EntryNs[i] ? chunk.TimerWrites![i] : 0;
        }
    }
}
