namespace Predictors.Traces.Tests;

/// <summary>A recording that a test writes event by event.</summary>
internal sealed class EventList : IKernelEventReader
{
    private readonly List<KernelEvent> _events = [];
    private readonly HashSet<KernelEventKind> _kinds = [];
    private int _next;

    public string Format => "list";

    public string Clock => "mono";

    public string PlaceUnit => "line";

    public IReadOnlySet<KernelEventKind> KindsAtStart => _kinds;

    public Dictionary<string, string> Settings { get; } = [];

    IReadOnlyDictionary<string, string> IKernelEventReader.Settings => Settings;

    public TraceInspection Inspection { get; } = new();

    public double Progress => _events.Count == 0 ? 1 : (double)_next / _events.Count;

    /// <summary>Adds an event one us after the last, or at the given time.</summary>
    public EventList Add(KernelEventKind kind, long a = 0, long b = 0, long c = 0, int cpu = 0, int pid = 0, long? timeNs = null)
    {
        _kinds.Add(kind);
        long time = timeNs ?? (_events.Count == 0 ? 0 : _events[^1].TimeNs) + 1_000;
        _events.Add(new KernelEvent { Kind = kind, A = a, B = b, C = c, Cpu = cpu, Pid = pid, TimeNs = time, Place = _events.Count + 1 });
        return this;
    }

    /// <summary>A guest's CPU left an idle state, with the governor's probe.</summary>
    public EventList Reflect(int state, long residencyNs, long windowNs, int cpu = 0) =>
        Add(KernelEventKind.GovernorReflect, state, residencyNs, windowNs, cpu);

    /// <summary>A guest's CPU decided.</summary>
    public EventList GuestWindow(long newNs, long oldNs, int cpu = 0) =>
        Add(KernelEventKind.GuestHaltPollNs, newNs, oldNs, newNs > oldNs ? 1 : 0, cpu);

    /// <summary>A guest's CPU entered a state and left it.</summary>
    public EventList Idle(int state, long lengthNs, int cpu = 0)
    {
        Add(KernelEventKind.CpuIdle, state, cpu, cpu: cpu);
        return Add(KernelEventKind.CpuIdle, -1, cpu, cpu: cpu, timeNs: _events[^1].TimeNs + lengthNs);
    }

    /// <summary>KVM decided for a vCPU thread.</summary>
    public EventList HostWindow(long newNs, long oldNs, int pid = 10) =>
        Add(KernelEventKind.KvmHaltPollNs, newNs, oldNs, newNs > oldNs ? 1 : 0, pid: pid);

    /// <summary>A vCPU thread woke up.</summary>
    public EventList Wakeup(long lengthNs, bool slept = true, bool valid = true, int pid = 10) =>
        Add(KernelEventKind.KvmVcpuWakeup, lengthNs, slept ? 1 : 0, valid ? 1 : 0, pid: pid);

    /// <summary>The guest wrote its poll-control MSR.</summary>
    public EventList PollControl(long value, int pid = 10) => Add(KernelEventKind.KvmMsrWrite, 0x4b564d05, value, pid: pid);

    public int Read(Span<KernelEvent> events)
    {
        int count = Math.Min(events.Length, _events.Count - _next);
        _events.GetRange(_next, count).CopyTo(events);
        _next += count;
        return count;
    }

    public void Dispose()
    {
    }
}
