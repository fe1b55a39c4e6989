using static Predictors.Traces.KernelEventKind;

namespace Predictors.Traces;

/// <summary>Makes the idle segments of one guest's vCPUs of the events of its host.</summary>
internal sealed class GuestImporter : IEventImporter
{
    private readonly GuestState _shared;
    private readonly Dictionary<int, GuestVcpu> _byThread = [];
    private readonly ApicIds _apicIds;
    private readonly int _process;
    private readonly bool _isOnly;
    private readonly HostCpu[] _cpus = new HostCpu[TraceLimits.MaxVcpu + 1];

    /// <summary>Follows a guest.</summary>
    /// <param name="guest">The guest.</param>
    /// <param name="isOnly">Whether the recording holds no other.</param>
    /// <param name="shared">What its vCPUs share.</param>
    public GuestImporter(RecordedGuest guest, bool isOnly, GuestState shared)
    {
        _shared = shared;
        _process = guest.Process;
        _isOnly = isOnly;
        foreach (GuestThread thread in guest.Vcpus)
        {
            _byThread.Add(thread.Thread, new GuestVcpu(thread, shared));
        }

        Array.Fill(_cpus, new HostCpu { Accepted = Injection.None, DeviceBy = HostCpu.Nobody });
        _apicIds = new ApicIds(guest.NumbersAreTold, [.. _byThread.Values]);
    }

    /// <inheritdoc/>
    public TraceInspection Inspection => _shared.Inspection;

    /// <inheritdoc/>
    public ChunkPool Pool => _shared.Pool;

    /// <inheritdoc/>
    public Queue<SegmentChunk> Full => _shared.Full;

    /// <inheritdoc/>
    public void Import(ReadOnlySpan<KernelEvent> events)
    {
        foreach (ref readonly KernelEvent e in events)
        {
            if (e.Kind is LostEvents or BufferStarted)
            {
                Lose(e);
            }
            else
            {
                Import(e, ref _cpus[e.Cpu]);
            }
        }
    }

    /// <inheritdoc/>
    public void Complete()
    {
        foreach (GuestVcpu vcpu in _byThread.Values)
        {
            vcpu.Complete();
        }
    }

    private static int By(in KernelEvent e) => e.InInterrupt || e.Pid <= 0 ? Injection.Interrupt : e.Pid;

    private void Lose(in KernelEvent mark)
    {
        if (mark.Kind == BufferStarted && !_cpus[mark.Cpu].Seen)
        {
            return;
        }

        _shared.Anomaly(AnomalyNames.EventsLost, mark.Place);
        foreach (GuestVcpu vcpu in _byThread.Values)
        {
            vcpu.Lose();
        }
    }

    private void Import(in KernelEvent e, ref HostCpu cpu)
    {
        cpu.Seen = true;
        switch (e.Kind)
        {
            case SchedWaking:
                if (_byThread.TryGetValue((int)e.A, out GuestVcpu? woken))
                {
                    woken.Wake(new Injection(e.TimeNs, By(e), -1, FromDevice: false));
                    if (cpu.Accepted.Known && cpu.Accepted.By == By(e))
                    {
                        // Whoever injects an interrupt wakes the thread at once, so that this tells whose it was.
                        woken.Accept(cpu.Accepted);
                        _apicIds.Learn(cpu.ApicId, woken);
                    }
                }

                break;
            case KvmSetIrq:
                cpu.DeviceBy = e.Pid;
                return;
            case KvmAcceptIrq:
                Accept(e, ref cpu);
                return;
            default:
                if (!e.InInterrupt && _byThread.TryGetValue(e.Pid, out GuestVcpu? vcpu))
                {
                    vcpu.Take(e);
                }

                break;
        }

        (cpu.Accepted, cpu.DeviceBy) = (Injection.None, HostCpu.Nobody);
    }

    private void Accept(in KernelEvent e, ref HostCpu cpu)
    {
        var accepted = new Injection(e.TimeNs, By(e), (int)e.B, FromDevice: cpu.DeviceBy == e.Pid);
        cpu.DeviceBy = HostCpu.Nobody;
        if (accepted.By != Injection.Interrupt && _byThread.TryGetValue(e.Pid, out GuestVcpu? own))
        {
            if (own.IsWoken)
            {
                own.AcceptOwn();
                _apicIds.Learn(e.A, own);
                return;
            }

            _apicIds.Of(e.A)?.Accept(accepted);
        }
        else if (_isOnly || (_process > 0 && e.Process == _process && accepted.By != Injection.Interrupt))
        {
            _apicIds.Of(e.A)?.Accept(accepted);
        }
        else
        {
            (cpu.Accepted, cpu.ApicId) = (accepted, e.A);
        }
    }

    private struct HostCpu
    {
        public const int Nobody = -1;

        public bool Seen;

        /// <summary>An interrupt that was injected just now and whose guest is not known yet.</summary>
        public Injection Accepted;

        public long ApicId;

        public int DeviceBy;
    }
}
