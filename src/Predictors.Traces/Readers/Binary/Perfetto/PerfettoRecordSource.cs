using Predictors.Traces.Compression;
using Predictors.Traces.Readers.Text;

namespace Predictors.Traces.Readers.Binary.Perfetto;

/// <summary>
/// Gives the kernel events of a Perfetto trace. The recorder empties one CPU's buffer after another, and may leave some of
/// it for the next time: no packet says what can't be overtaken, so that as many events are held back as memory allows.
/// </summary>
internal sealed class PerfettoRecordSource : RecordSource
{
    private const int FtraceEvents = 1;
    private const int FtraceStats = 34;
    private const int ZlibPackets = 50;
    private const int ZstdPackets = 133;
    private readonly UnpackedFile _file;
    private readonly TraceInspection _inspection;
    private readonly PacketReader _packets;
    private readonly PackedPackets _packed;
    private readonly FtraceEventDecoder _decoder;
    private readonly FtraceBundles _bundles;
    private readonly FtraceLosses _losses = new();
    private readonly RoundSorter _sorter = new();
    private bool _ended;
    private bool _lossesTold;

    /// <summary>Reads a trace.</summary>
    /// <param name="file">The file, disposed with this.</param>
    /// <param name="inspection">Where anomalies go.</param>
    /// <param name="tasks">Who is looked for; null where nobody is.</param>
    public PerfettoRecordSource(UnpackedFile file, TraceInspection inspection, NamedTasks? tasks)
    {
        _file = file;
        _inspection = inspection;
        _packets = new PacketReader(file.Path, file.Content);
        _packed = new PackedPackets(file.Path);
        _decoder = new FtraceEventDecoder(inspection, tasks);
        _bundles = new FtraceBundles(_decoder, _sorter, tasks);
    }

    /// <inheritdoc/>
    public override string Clock => _bundles.Clock;

    /// <inheritdoc/>
    public override EventNames Names => _decoder.Names;

    /// <inheritdoc/>
    public override double Progress => _file.Progress;

    /// <inheritdoc/>
    public override int Read(Span<KernelEvent> events)
    {
        while (!_sorter.IsReady && !_ended)
        {
            if (_packed.TryRead(out ReadOnlySpan<byte> packet, out bool damaged))
            {
                Take(packet, isPacked: true);
            }
            else if (damaged)
            {
                Require(false);
            }
            else if (_packets.TryRead(out packet))
            {
                Take(packet, isPacked: false);
            }
            else
            {
                End();
            }
        }

        int count = _sorter.Take(events);
        if (count == 0 && !events.IsEmpty && !_lossesTold)
        {
            _lossesTold = true;
            _losses.CopyTo(_inspection);
        }

        return count;
    }

    /// <inheritdoc/>
    public override void Dispose() => _file.Dispose();

    private void End()
    {
        _ended = true;
        _sorter.End();
        if (_sorter.Late > 0)
        {
            _inspection.Count("events-out-of-order", () => $"byte {_packets.Place}", _sorter.Late);
        }

        if (_bundles.Count == 0)
        {
            throw new TraceFormatException(
                _file.Path,
                null,
                "This Perfetto trace holds no ftrace data: record with the data source linux.ftrace and its events power/cpu_idle, sched/sched_switch and sched/sched_waking.");
        }
    }

    private void Take(ReadOnlySpan<byte> packet, bool isPacked)
    {
        var fields = new ProtoFields(packet);
        while (fields.TryNext())
        {
            switch (fields.Number)
            {
                case FtraceEvents:
                    Require(_bundles.TryDecode(fields.Bytes, _packets.Place));
                    break;
                case FtraceStats:
                    Require(_losses.TryRead(fields.Bytes, _packets.Place));
                    break;
                case ZlibPackets or ZstdPackets when isPacked:
                    throw _packets.Damaged("Packed packets stand inside packed packets: the file is damaged.");
                case ZlibPackets or ZstdPackets:
                    _packed.Unpack(fields.Bytes, fields.Number == ZstdPackets, _packets.Place);
                    break;
            }
        }

        Require(!fields.Failed);
    }

    private void Require(bool understood)
    {
        if (!understood)
        {
            throw _packets.Damaged("The packet can't be decoded: the file is damaged.");
        }
    }
}
