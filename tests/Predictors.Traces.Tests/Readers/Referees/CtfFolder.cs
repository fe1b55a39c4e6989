using System.Text;
using Predictors.Traces.Tests.Conversion;
using Predictors.Traces.Tests.Readers.Binary;

namespace Predictors.Traces.Tests.Readers.Referees;

/// <summary>Writes a CTF 1.8 trace with the names and fields of LTTng's kernel events, for babeltrace2 to print.</summary>
internal sealed class CtfFolder : IDisposable
{
    /// <summary>The second at which the trace's clock begins.</summary>
    public const long OffsetSeconds = 1_412_670_000;

    private const string Metadata =
        """
        /* CTF 1.8 */
        typealias integer { size = 32; align = 8; signed = false; } := uint32_t;
        typealias integer { size = 32; align = 8; signed = true; } := int32_t;
        typealias integer { size = 64; align = 8; signed = true; } := int64_t;
        typealias integer { size = 64; align = 8; signed = false; } := uint64_t;
        typealias integer { size = 8; align = 8; signed = false; encoding = UTF8; } := char_t;
        trace { major = 1; minor = 8; byte_order = le; packet.header := struct { uint32_t magic; uint32_t stream_id; }; };
        env { hostname = "host"; domain = "kernel"; tracer_name = "lttng-modules"; };
        clock { name = monotonic; freq = 1000000000; offset_s = 1412670000; };
        typealias integer { size = 64; align = 8; signed = false; map = clock.monotonic.value; } := stamp_t;
        stream {
          id = 0;
          packet.context := struct { stamp_t timestamp_begin; stamp_t timestamp_end; uint64_t content_size; uint64_t packet_size; uint64_t events_discarded; uint32_t cpu_id; };
          event.header := struct { uint32_t id; stamp_t timestamp; };
        };
        event { name = "power_cpu_idle"; id = 0; stream_id = 0; fields := struct { uint32_t _state; uint32_t _cpu_id; }; };
        event { name = "sched_switch"; id = 1; stream_id = 0; fields := struct { char_t _prev_comm[16]; int32_t _prev_tid; int32_t _prev_prio; int64_t _prev_state; char_t _next_comm[16]; int32_t _next_tid; int32_t _next_prio; }; };
        event { name = "sched_waking"; id = 2; stream_id = 0; fields := struct { char_t _comm[16]; int32_t _tid; int32_t _prio; int32_t _target_cpu; }; };
        event { name = "irq_handler_entry"; id = 3; stream_id = 0; fields := struct { int32_t _irq; string _name; }; };

        """;

    private readonly TemporaryFolder _folder = new();
    private readonly SortedDictionary<int, (ByteWriter Events, ulong First, ulong Last)> _cpus = [];

    public string Path
    {
        get
        {
            _folder.Write("metadata", Metadata);
            foreach ((int cpu, (ByteWriter events, ulong first, ulong last)) in _cpus)
            {
                const int HeadBytes = 4 + 4 + (5 * 8) + 4;
                ulong bits = 8ul * (ulong)(HeadBytes + events.Length);
                byte[] head = new ByteWriter(bigEndian: false).U32(0xc1fc1fc1).U32(0).U64(first).U64(last).U64(bits).U64(bits).U64(0).U32((uint)cpu).ToArray();
                _folder.Write($"channel0_{cpu}", [.. head, .. events.ToArray()]);
            }

            return _folder[string.Empty];
        }
    }

    public CtfFolder Idle(ulong timeNs, int cpu, uint state) => Add(0, timeNs, cpu, w => w.U32(state).U32((uint)cpu));

    public CtfFolder Switch(ulong timeNs, int cpu, string from, uint fromTid, string to, uint toTid) => Add(1, timeNs, cpu, w =>
        w.Raw(Comm(from)).U32(fromTid).U32(20).U64(1).Raw(Comm(to)).U32(toTid).U32(20));

    public CtfFolder Waking(ulong timeNs, int cpu, string comm, uint tid, uint target) =>
        Add(2, timeNs, cpu, w => w.Raw(Comm(comm)).U32(tid).U32(20).U32(target));

    public CtfFolder Irq(ulong timeNs, int cpu, uint irq, string name) => Add(3, timeNs, cpu, w => w.U32(irq).Text(name).U8(0));

    public void Dispose() => _folder.Dispose();

    private static byte[] Comm(string name)
    {
        var bytes = new byte[16];
        Encoding.UTF8.GetBytes(name, bytes);
        return bytes;
    }

    private CtfFolder Add(uint id, ulong timeNs, int cpu, Func<ByteWriter, ByteWriter> fields)
    {
        (ByteWriter events, ulong first, _) = _cpus.TryGetValue(cpu, out var known) ? known : (new ByteWriter(bigEndian: false), timeNs, timeNs);
        fields(events.U32(id).U64(timeNs));
        _cpus[cpu] = (events, first, timeNs);
        return this;
    }
}
