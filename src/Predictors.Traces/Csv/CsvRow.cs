using Predictors.Abstractions;

namespace Predictors.Traces.Csv;

/// <summary>One row, cell by cell. -1 stands for a cell that is empty or not there; words count from 0.</summary>
internal sealed class CsvRow
{
    private readonly long[] _cells = new long[CsvNames.Columns.Length];

    public int Vcpu => (int)this[CsvColumn.Vcpu];

    public long EnterNs => this[CsvColumn.EnterNs];

    public long ExitNs => this[CsvColumn.ExitNs];

    public WakeCause Cause => (WakeCause)Math.Max(0, this[CsvColumn.Cause]);

    /// <summary>Whether a task ran afterwards: it counts as run where the row does not tell.</summary>
    public bool TaskRan => this[CsvColumn.TaskRan] != 0;

    public bool AfterGap => this[CsvColumn.AfterGap] == 1;

    /// <summary>How the arrival is known: measured where the row gives one and does not say.</summary>
    public SegmentFlags Basis =>
        this[CsvColumn.ArrivalNs] < 0 ? SegmentFlags.None
        : this[CsvColumn.ArrivalBasis] == 1 ? SegmentFlags.ArrivalEstimated
        : SegmentFlags.ArrivalMeasured;

    private SegmentFlags Timer => this[CsvColumn.TimerKind] switch
    {
        0 => SegmentFlags.Tick,
        1 => SegmentFlags.RelativeTimer,
        _ => SegmentFlags.None,
    };

    public long this[CsvColumn column]
    {
        get => _cells[(int)column];
        set => _cells[(int)column] = value;
    }

    public void Clear() => _cells.AsSpan().Fill(-1);

    /// <summary>Adds the row to a chunk that has room.</summary>
    public void AppendTo(SegmentChunk chunk)
    {
        int i = chunk.Count++;
        chunk.EntryNs[i] = EnterNs;
        chunk.ExitNs[i] = ExitNs;
        chunk.ArrivalNs[i] = Basis == SegmentFlags.None ? ExitNs : this[CsvColumn.ArrivalNs];
        chunk.Causes[i] = Cause;
        chunk.Flags[i] = Basis | Timer | (TaskRan ? SegmentFlags.TaskRan : SegmentFlags.None) | (AfterGap ? SegmentFlags.AfterGap : SegmentFlags.None);
        Set(chunk.WakerVcpu, i, CsvColumn.WakerVcpu);
        Set(chunk.WakerNs, i, CsvColumn.WakerNs);
        Set(chunk.NextTimerNs, i, CsvColumn.NextTimerNs);
        Set(chunk.TimerWrites, i, CsvColumn.TimerWrites);
        Set(chunk.States, i, CsvColumn.State);
        Set(chunk.RecordedWindowNs, i, CsvColumn.WindowNs);
        Set(chunk.ArmedVcpu, i, CsvColumn.ArmedVcpu);
        Set(chunk.ArmedNs, i, CsvColumn.ArmedNs);
        Set(chunk.TimerLengthNs, i, CsvColumn.TimerLengthNs);
    }

    /// <summary>Takes a segment out of a chunk.</summary>
    public void Take(SegmentChunk chunk, int i)
    {
        SegmentFlags flags = chunk.Flags[i];
        bool known = (flags & (SegmentFlags.ArrivalMeasured | SegmentFlags.ArrivalEstimated)) != 0;
        this[CsvColumn.Vcpu] = chunk.Vcpu;
        this[CsvColumn.EnterNs] = chunk.EntryNs[i];
        this[CsvColumn.ExitNs] = chunk.ExitNs[i];
        this[CsvColumn.ArrivalNs] = known ? chunk.ArrivalNs[i] : -1;
        this[CsvColumn.ArrivalBasis] = !known ? -1 : (flags & SegmentFlags.ArrivalMeasured) != 0 ? 0 : 1;
        this[CsvColumn.Cause] = chunk.Causes[i] == WakeCause.Unknown ? -1 : (long)chunk.Causes[i];
        this[CsvColumn.WakerVcpu] = chunk.WakerVcpu is null ? -1 : chunk.WakerVcpu[i];
        this[CsvColumn.WakerNs] = chunk.WakerNs is null ? -1 : chunk.WakerNs[i];
        this[CsvColumn.NextTimerNs] = chunk.NextTimerNs is null ? -1 : chunk.NextTimerNs[i];
        this[CsvColumn.TaskRan] = (flags & SegmentFlags.TaskRan) != 0 ? 1 : 0;
        this[CsvColumn.TimerWrites] = chunk.TimerWrites is null ? -1 : chunk.TimerWrites[i];
        this[CsvColumn.State] = chunk.States is null ? -1 : chunk.States[i];
        this[CsvColumn.WindowNs] = chunk.RecordedWindowNs is null ? -1 : chunk.RecordedWindowNs[i];
        this[CsvColumn.TimerKind] = (flags & SegmentFlags.Tick) != 0 ? 0 : (flags & SegmentFlags.RelativeTimer) != 0 ? 1 : -1;
        this[CsvColumn.ArmedVcpu] = chunk.ArmedVcpu is null ? -1 : chunk.ArmedVcpu[i];
        this[CsvColumn.ArmedNs] = chunk.ArmedNs is null ? -1 : chunk.ArmedNs[i];
        this[CsvColumn.TimerLengthNs] = chunk.TimerLengthNs is null ? -1 : chunk.TimerLengthNs[i];
        this[CsvColumn.AfterGap] = (flags & SegmentFlags.AfterGap) != 0 ? 1 : -1;
    }

    private void Set(int[]? to, int i, CsvColumn column)
    {
        if (to is not null)
        {
            to[i] = (int)this[column];
        }
    }

    private void Set(long[]? to, int i, CsvColumn column)
    {
        if (to is not null)
        {
            to[i] = this[column];
        }
    }
}
