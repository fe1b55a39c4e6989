using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Predictors.Abstractions;
using Predictors.Traces;

namespace Predictors.IdlePath;

/// <summary>The loop that everything else is for. The runtime compiles it anew for every predictor and path.</summary>
internal static class ReplayLoop
{
    /// <summary>Takes consecutive segments of a chunk through a predictor and a path.</summary>
    /// <param name="chunk">The chunk.</param>
    /// <param name="from">The first segment.</param>
    /// <param name="to">The segment after the last one.</param>
    /// <param name="state">The predictor and where its vCPU stands.</param>
    /// <param name="path">The path.</param>
    /// <remarks>Not to be inlined: within its caller's try block the loop would keep its variables in memory.</remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Run<TPredictor, TPath>(SegmentChunk chunk, int from, int to, ref LoopState<TPredictor> state, ref TPath path)
        where TPredictor : struct, IIdlePredictor
        where TPath : struct, IIdlePath
    {
        TPredictor predictor = state.Predictor;
        long previousExitNs = state.PreviousExitNs;
        int vcpu = chunk.Vcpu;
        nint count = to - from;
        ref long entries = ref First(chunk.EntryNs, from, count);
        ref long exits = ref First(chunk.ExitNs, from, count);
        ref long arrivals = ref First(chunk.ArrivalNs, from, count);
        ref WakeCause causes = ref First(chunk.Causes, from, count);
        ref SegmentFlags flags = ref First(chunk.Flags, from, count);
        ref long timers = ref chunk.NextTimerNs is null ? ref Unsafe.NullRef<long>() : ref First(chunk.NextTimerNs, from, count);
        ref int writes = ref !TPath.ReadsTimers || chunk.TimerWrites is null ? ref Unsafe.NullRef<int>() : ref First(chunk.TimerWrites, from, count);
        for (nint i = 0; i < count; i++)
        {
            long entryNs = Unsafe.Add(ref entries, i);
            SegmentFlags known = Unsafe.Add(ref flags, i);
            bool busyKnown = previousExitNs != IdleEntry.UnknownNs && (known & SegmentFlags.AfterGap) == 0;
            var entry = new IdleEntry
            {
                Vcpu = vcpu,
                NowNs = entryNs,
                BusyNs = busyKnown ? entryNs - previousExitNs : IdleEntry.UnknownNs,
                NextTimerNs = Unsafe.IsNullRef(ref timers) ? IdleEntry.UnknownNs : Unsafe.Add(ref timers, i),
            };
            state.At = (int)i;

            // How the period ends is read after the decision: until then it is not even on the stack, beside the entry.
            long windowNs = PredictorFaults.Check(predictor.PredictPollNs(in entry));
            previousExitNs = Unsafe.Add(ref exits, i);
            var segment = new IdleSegment(entryNs, Unsafe.Add(ref arrivals, i) - entryNs, Unsafe.Add(ref causes, i), known);
            SegmentTimers segmentTimers = TPath.ReadsTimers
                ? new SegmentTimers(entry.NextTimerNs, Unsafe.IsNullRef(ref writes) ? 0 : Unsafe.Add(ref writes, i))
                : SegmentTimers.Unknown;
            IdleExit exit = path.Pass(in segment, in segmentTimers, windowNs);
            predictor.Observe(in exit);
        }

        state.Predictor = predictor;
        state.PreviousExitNs = previousExitNs;
    }

    /// <summary>Checks once that the slice lies within the column: the loop then needs no check per element.</summary>
    private static ref T First<T>(T[] column, int from, nint count) => ref MemoryMarshal.GetReference(column.AsSpan(from, (int)count));
}
