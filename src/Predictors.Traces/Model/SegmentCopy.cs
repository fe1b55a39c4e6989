namespace Predictors.Traces;

/// <summary>Copies segments between chunks.</summary>
internal static class SegmentCopy
{
    /// <summary>Copies one segment: the columns that the destination has.</summary>
    public static void Copy(SegmentChunk source, int from, SegmentChunk destination, int to)
    {
        destination.EntryNs[to] = source.EntryNs[from];
        destination.ExitNs[to] = source.ExitNs[from];
        destination.ArrivalNs[to] = source.ArrivalNs[from];
        destination.Causes[to] = source.Causes[from];
        destination.Flags[to] = source.Flags[from];
        Copy(source.WakerVcpu, from, destination.WakerVcpu, to);
        Copy(source.WakerNs, from, destination.WakerNs, to);
        Copy(source.NextTimerNs, from, destination.NextTimerNs, to);
        Copy(source.TimerWrites, from, destination.TimerWrites, to);
        Copy(source.States, from, destination.States, to);
        Copy(source.RecordedWindowNs, from, destination.RecordedWindowNs, to);
    }

    private static void Copy<T>(T[]? source, int from, T[]? destination, int to)
    {
        if (destination is not null)
        {
            destination[to] = source![from];
        }
    }
}
