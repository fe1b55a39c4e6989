using Predictors.Abstractions;

namespace Predictors.Traces.Tests.Conversion;

/// <summary>One segment with all that a trace can tell of it; what a trace does not carry holds the model's default.</summary>
internal readonly record struct TraceRow(
    int Vcpu, long EntryNs, long ExitNs, long ArrivalNs, WakeCause Cause, SegmentFlags Flags,
    int WakerVcpu, long WakerNs, long NextTimerNs, int TimerWrites, int State, long RecordedWindowNs,
    int ArmedVcpu = -1, long ArmedNs = -1, long TimerLengthNs = -1)
{
    public static TraceRow At(SegmentChunk chunk, int i) => new(
        chunk.Vcpu, chunk.EntryNs[i], chunk.ExitNs[i], chunk.ArrivalNs[i], chunk.Causes[i], chunk.Flags[i],
        chunk.WakerVcpu?[i] ?? -1, chunk.WakerNs?[i] ?? -1, chunk.NextTimerNs?[i] ?? -1,
        chunk.TimerWrites?[i] ?? 0, chunk.States?[i] ?? -1, chunk.RecordedWindowNs?[i] ?? -1,
        chunk.ArmedVcpu?[i] ?? -1, chunk.ArmedNs?[i] ?? -1, chunk.TimerLengthNs?[i] ?? -1);

    public void Append(SegmentChunk chunk)
    {
        int i = chunk.Count++;
        chunk.Vcpu = Vcpu;
        chunk.EntryNs[i] = EntryNs;
        chunk.ExitNs[i] = ExitNs;
        chunk.ArrivalNs[i] = ArrivalNs;
        chunk.Causes[i] = Cause;
        chunk.Flags[i] = Flags;
        Set(chunk.WakerVcpu, i, WakerVcpu);
        Set(chunk.WakerNs, i, WakerNs);
        Set(chunk.NextTimerNs, i, NextTimerNs);
        Set(chunk.TimerWrites, i, TimerWrites);
        Set(chunk.States, i, State);
        Set(chunk.RecordedWindowNs, i, RecordedWindowNs);
        Set(chunk.ArmedVcpu, i, ArmedVcpu);
        Set(chunk.ArmedNs, i, ArmedNs);
        Set(chunk.TimerLengthNs, i, TimerLengthNs);
    }

    private static void Set<T>(T[]? column, int i, T value)
    {
        if (column is not null)
        {
            column[i] = value;
        }
    }
}
