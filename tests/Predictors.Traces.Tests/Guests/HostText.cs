using System.Globalization;
using System.Text;
using Predictors.Traces.Tests.Conversion;
using Predictors.Traces.Tests.Segments;

namespace Predictors.Traces.Tests.Guests;

/// <summary>Writes a KVM host's recording as ftrace text; times are in microseconds.</summary>
internal sealed class HostText
{
    private readonly StringBuilder _text = new("# tracer: nop\n");

    /// <summary>Whether the text has a column for processes.</summary>
    public bool WithProcesses { get; init; } = true;

    /// <summary>An event of a thread of a process; 0 is the idle task.</summary>
    public HostText Add(int us, int cpu, int process, int thread, string text, bool inInterrupt = false)
    {
        string name = thread == 0 ? "<idle>" : "CPU 0/KVM";
        string group = !WithProcesses ? string.Empty : process == 0 ? " (-------)" : string.Create(CultureInfo.InvariantCulture, $" ({process,7})");
        string time = string.Create(CultureInfo.InvariantCulture, $"{us / 1_000_000}.{us % 1_000_000:D6}");
        _text.Append(CultureInfo.InvariantCulture, $"{name,16}-{thread,-7}{group} [{cpu:D3}] {(inInterrupt ? "d.h2." : ".....")} {time,12}: {text}\n");
        return this;
    }

    public HostText Halt(int us, int cpu, int process, int thread, int vcpu) => Add(us, cpu, process, thread, $"kvm_exit: vcpu {vcpu} reason HLT rip 0x1 info1 0x0 info2 0x0 intr_info 0x0 error_code 0x0");

    public HostText Enter(int us, int cpu, int process, int thread, int vcpu) => Add(us, cpu, process, thread, $"kvm_entry: vcpu {vcpu}, rip 0x1");

    public HostText Woken(int us, int cpu, int process, int thread, int ns, bool waited = true) =>
        Add(us, cpu, process, thread, $"kvm_vcpu_wakeup: {(waited ? "wait" : "poll")} time {ns} ns, polling valid");

    public HostText Waking(int us, int cpu, int process, int thread, int woken, bool inInterrupt = false) =>
        Add(us, cpu, process, thread, $"sched_waking: comm=CPU 0/KVM pid={woken} prio=120 target_cpu=001", inInterrupt);

    public HostText Accept(int us, int cpu, int process, int thread, int apicId, int vector, bool inInterrupt = false) =>
        Add(us, cpu, process, thread, $"kvm_apic_accept_irq: apicid {apicId} vec {vector} (Fixed|edge)", inInterrupt);

    /// <summary>A line as it is.</summary>
    public HostText Line(string line)
    {
        _text.Append(line).Append('\n');
        return this;
    }

    public SegmentList Read(string? guest = null)
    {
        using var folder = new TemporaryFolder();
        using ITraceReader reader = TraceFile.Open(folder.Write("host.txt", _text.ToString()), new TraceFileOptions { Guest = guest });
        return SegmentList.Of(reader);
    }

    public IReadOnlyList<RecordedGuest> Guests()
    {
        using var folder = new TemporaryFolder();
        return TraceFile.Guests(folder.Write("host.txt", _text.ToString()), new TraceFileOptions());
    }

    public string Write(TemporaryFolder folder, string name) => folder.Write(name, _text.ToString());
}
