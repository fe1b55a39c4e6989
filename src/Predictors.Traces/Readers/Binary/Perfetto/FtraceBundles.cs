using Predictors.Traces.Readers.Binary.Formats;
using Predictors.Traces.Readers.Text;

namespace Predictors.Traces.Readers.Binary.Perfetto;

/// <summary>Decodes bundles: events of one CPU, in time order.</summary>
internal sealed class FtraceBundles
{
    private const int CpuField = 1;
    private const int EventField = 2;
    private const int LostEventsField = 3;
    private const int CompactSchedField = 4;
    private const int ClockField = 5;
    private const int ErrorField = 8;

    private readonly FtraceEventDecoder _decoder;
    private readonly RoundSorter _sorter;
    private readonly NamedTasks? _tasks;
    private readonly EventName _switches;
    private readonly EventName _wakings;
    private readonly int[] _running = new int[TraceLimits.MaxVcpu + 1];
    private readonly long[] _lastNs = new long[TraceLimits.MaxVcpu + 1];
    private ulong? _clock;
    private int _cpu;
    private long _place;

    /// <summary>Decodes bundles.</summary>
    /// <param name="decoder">Decodes their events.</param>
    /// <param name="sorter">Where the events go.</param>
    /// <param name="tasks">Who is looked for; null where nobody is.</param>
    public FtraceBundles(FtraceEventDecoder decoder, RoundSorter sorter, NamedTasks? tasks)
    {
        _tasks = tasks;
        _decoder = decoder;
        _sorter = sorter;
        _switches = decoder.Names.Find("sched_switch"u8);
        _wakings = decoder.Names.Find("sched_waking"u8);
        Array.Fill(_running, Marks.NoTask);
    }

    /// <summary>How many bundles there were.</summary>
    public long Count { get; private set; }

    /// <summary>The clock of the events' times.</summary>
    public string Clock => _clock switch
    {
        null or 0 => "boot",
        2 => "global",
        3 => "local",
        4 => "mono_raw",
        _ => "unknown",
    };

    /// <summary>Decodes a bundle.</summary>
    /// <param name="bundle">The bundle.</param>
    /// <param name="place">The byte at which its packet stands.</param>
    /// <returns>Whether it is one.</returns>
    public bool TryDecode(ReadOnlySpan<byte> bundle, long place)
    {
        Count++;
        _place = place;
        ulong cpu = 0;
        ulong clock = 0;
        bool lost = false;
        bool damaged = false;
        ReadOnlySpan<byte> compact = default;
        var fields = new ProtoFields(bundle);
        while (fields.TryNext())
        {
            switch (fields.Number)
            {
                case CpuField:
                    cpu = fields.Value;
                    break;
                case LostEventsField:
                    lost = fields.Value != 0;
                    break;
                case CompactSchedField:
                    compact = fields.Bytes;
                    break;
                case ClockField:
                    clock = fields.Value;
                    break;
                case ErrorField:
                    damaged = true;
                    break;
            }
        }

        if (fields.Failed)
        {
            return false;
        }

        if (cpu > TraceLimits.MaxVcpu)
        {
            return !_decoder.Reject("cpu-out-of-range", place);
        }

        _cpu = (int)cpu;
        if (clock != (_clock ??= clock))
        {
            _decoder.Reject("clock-changes", place);
        }

        if (lost)
        {
            Lose(FirstNs(bundle, compact));
        }

        if (_tasks is not null)
        {
            CompactTaskNames.Tell(compact, _tasks);
        }

        AddEvents(bundle, new CompactSched(compact));
        if (damaged)
        {
            // The recorder did not understand a part of the kernel's buffer, and left it out.
            Lose(_lastNs[_cpu]);
        }

        return true;
    }

    private static long FirstNs(ReadOnlySpan<byte> bundle, ReadOnlySpan<byte> compact)
    {
        var sched = new CompactSched(compact);
        ulong first = Math.Min(sched.HasSwitch ? sched.SwitchNs : long.MaxValue, sched.HasWaking ? sched.WakingNs : long.MaxValue);
        var fields = new ProtoFields(bundle);
        while (fields.TryNext())
        {
            if (fields.Number == EventField)
            {
                var e = new ProtoFields(fields.Bytes);
                return (long)Math.Min(e.TryNext() && e.Number == 1 ? e.Value : 0, first);
            }
        }

        return (long)first;
    }

    private void Lose(long timeNs)
    {
        timeNs = (ulong)timeNs > TraceLimits.MaxTimeNs ? _lastNs[_cpu] : timeNs;
        _running[_cpu] = Marks.NoTask;
        _sorter.Add(new KernelEvent
        {
            Kind = KernelEventKind.LostEvents, A = -1, TimeNs = timeNs, Cpu = _cpu, Pid = Marks.NoTask, Place = _place,
        });
    }

    private void AddEvents(ReadOnlySpan<byte> bundle, CompactSched compact)
    {
        var fields = new ProtoFields(bundle);
        while (fields.TryNext())
        {
            var e = new KernelEvent { Cpu = _cpu, Place = _place };
            if (fields.Number == EventField && _decoder.TryDecode(fields.Bytes, ref e))
            {
                AddCompact(ref compact, (ulong)e.TimeNs);
                _running[_cpu] = e.Kind == KernelEventKind.SchedSwitch ? (int)e.B : e.Pid;
                Add(e);
            }
        }

        AddCompact(ref compact, ulong.MaxValue);
        if (compact.Failed)
        {
            _decoder.Reject("record-not-understood", _place);
        }
    }

    private void AddCompact(ref CompactSched compact, ulong beforeNs)
    {
        while (true)
        {
            bool waking = compact.HasWaking && (!compact.HasSwitch || compact.WakingNs <= compact.SwitchNs);
            if (!waking && !compact.HasSwitch)
            {
                return;
            }

            if ((waking ? compact.WakingNs : compact.SwitchNs) >= beforeNs)
            {
                return;
            }

            if (waking)
            {
                AddWaking(compact);
                compact.NextWaking();
            }
            else
            {
                AddSwitch(compact);
                compact.NextSwitch();
            }
        }
    }

    private void AddSwitch(CompactSched compact)
    {
        int from = _running[_cpu];
        if (compact.NextPid > int.MaxValue || compact.SwitchNs > TraceLimits.MaxTimeNs)
        {
            _decoder.Reject("record-not-understood", _place);
            return;
        }

        _running[_cpu] = (int)compact.NextPid;
        _switches.Count++;
        Add(new KernelEvent
        {
            Kind = KernelEventKind.SchedSwitch, TimeNs = (long)compact.SwitchNs, Cpu = _cpu, Pid = from, A = from, B = (long)compact.NextPid, Place = _place,
        });
    }

    private void AddWaking(CompactSched compact)
    {
        var e = new KernelEvent
        {
            Kind = KernelEventKind.SchedWaking,
            TimeNs = (long)compact.WakingNs,
            Cpu = _cpu,
            Pid = _running[_cpu],
            A = (long)compact.WokenPid,
            B = (long)compact.TargetCpu,
            InInterrupt = EventRules.InInterrupt((long)compact.Flags),
            Place = _place,
        };
        if (compact.WakingNs > TraceLimits.MaxTimeNs || EventRules.Complete(hasC: false, ref e) != RecordResult.Event)
        {
            _decoder.Reject("record-not-understood", _place);
            return;
        }

        _wakings.Count++;
        Add(e);
    }

    private void Add(in KernelEvent e)
    {
        _lastNs[_cpu] = e.TimeNs;
        _sorter.Add(e);
    }
}
