using Predictors.Traces.Readers.Binary.Formats;
using Predictors.Traces.Readers.Text;

namespace Predictors.Traces.Readers.Binary.TraceCmd;

/// <summary>
/// Merges the ring buffers of all CPUs by time; events of one instant come by ascending CPU. Of each CPU one page is in
/// memory, or one packed chunk.
/// </summary>
/// <param name="file">The file, disposed with this.</param>
/// <param name="unpacker">Disposed with this.</param>
/// <param name="cpus">The CPUs' records.</param>
/// <param name="bytes">How many bytes they are together.</param>
/// <param name="clock">The clock.</param>
/// <param name="decoders">Decodes the records.</param>
/// <param name="owners">Tells whose records count, where the file has several buffers; else null.</param>
internal sealed class DatRecordSource(
    FileBytes file, DatUnpacker unpacker, IReadOnlyList<CpuRecords> cpus, long bytes, DatClock clock, EventDecoders decoders, BufferOwners? owners)
    : RecordSource
{
    private readonly PriorityQueue<CpuRecords, MergeKey> _others = new(cpus.Count);
    private CpuRecords? _cpu;
    private MergeKey _otherFrom;
    private bool _begun;

    /// <inheritdoc/>
    public override string Clock => clock.Name;

    /// <inheritdoc/>
    public override EventNames Names => decoders.Names;

    /// <inheritdoc/>
    public override double Progress => bytes == 0 ? 0 : Math.Min(1, (double)cpus.Sum(c => c.BytesRead) / bytes);

    /// <inheritdoc/>
    public override int Read(Span<KernelEvent> events)
    {
        Begin();
        int count = 0;
        while (count < events.Length && _cpu is { } cpu)
        {
            ref KernelEvent e = ref events[count];
            e = default;
            e.Cpu = cpu.Cpu;
            e.Place = cpu.Place;
            if (cpu.TryTakeLoss(out long lost))
            {
                (e.Kind, e.A, e.Pid) = (KernelEventKind.LostEvents, lost, Marks.NoTask);
                count++;
            }
            else if (!cpu.HasRecord)
            {
                TakeNext();
            }
            else
            {
                e.TimeNs = clock.ToNs(cpu.Cpu, cpu.Time);
                bool owned = owners is null || owners.Own(cpu.Buffer, cpu.Record, e.Place);
                count += owned && decoders.TryDecode(cpu.Record, ref e) ? 1 : 0;
                Advance(cpu);
            }
        }

        return count;
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        unpacker.Dispose();
        file.Dispose();
    }

    private void Begin()
    {
        if (_begun)
        {
            return;
        }

        _begun = true;
        foreach (CpuRecords cpu in cpus)
        {
            cpu.MoveNext();
            _others.Enqueue(cpu, KeyOf(cpu));
        }

        TakeNext();
    }

    private void TakeNext()
    {
        _cpu = _others.TryDequeue(out CpuRecords? next, out _) ? next : null;
        NoteOther();
    }

    private void Advance(CpuRecords cpu)
    {
        // A loss at the end of a CPU's records is told where they end.
        if (cpu.MoveNext() && KeyOf(cpu) is var key && key.CompareTo(_otherFrom) > 0)
        {
            _cpu = _others.EnqueueDequeue(cpu, key);
            NoteOther();
        }
    }

    private void NoteOther() => _otherFrom = _others.TryPeek(out _, out MergeKey key) ? key : MergeKey.Last;

    private MergeKey KeyOf(CpuRecords cpu) => new(clock.Shifted(cpu.Cpu, cpu.Time), cpu.Cpu, cpu.Buffer);

    private readonly record struct MergeKey(ulong Time, int Cpu, int Buffer) : IComparable<MergeKey>
    {
        public static MergeKey Last { get; } = new(ulong.MaxValue, int.MaxValue, int.MaxValue);

        public int CompareTo(MergeKey other) =>
            Time != other.Time ? Time.CompareTo(other.Time)
            : Cpu != other.Cpu ? Cpu.CompareTo(other.Cpu)
            : Buffer.CompareTo(other.Buffer);
    }
}
