using Predictors.Traces.Tests.Conversion;

namespace Predictors.Traces.Tests.Slicing;

public sealed class TaskSliceTests
{
    // Two tasks take turns; "my app" bears a name with a blank.
    private const string Recording = """
        # tracer: nop
                  <idle>-0       [000] d..1.   100.000010: cpu_idle: state=1 cpu_id=0
                  <idle>-0       [000] d..1.   100.000020: cpu_idle: state=4294967295 cpu_id=0
                  <idle>-0       [000] d..2.   100.000021: sched_switch: prev_comm=swapper/0 prev_pid=0 prev_prio=120 prev_state=R ==> next_comm=my app next_pid=77 next_prio=120
                  my app-77      [000] d..2.   100.000030: sched_switch: prev_comm=my app prev_pid=77 prev_prio=120 prev_state=S ==> next_comm=swapper/0 next_pid=0 next_prio=120
                  <idle>-0       [000] d..1.   100.000031: cpu_idle: state=1 cpu_id=0
                  <idle>-0       [000] d..1.   100.000040: cpu_idle: state=4294967295 cpu_id=0
                  <idle>-0       [000] d..2.   100.000041: sched_switch: prev_comm=swapper/0 prev_pid=0 prev_prio=120 prev_state=R ==> next_comm=sh next_pid=5 next_prio=120
                      sh-5       [000] d..2.   100.000050: sched_switch: prev_comm=sh prev_pid=5 prev_prio=120 prev_state=S ==> next_comm=swapper/0 next_pid=0 next_prio=120
                  <idle>-0       [000] d..1.   100.000051: cpu_idle: state=1 cpu_id=0
                  <idle>-0       [000] d..1.   100.000060: cpu_idle: state=4294967295 cpu_id=0
                  <idle>-0       [000] d..1.   100.000061: cpu_idle: state=1 cpu_id=0
                  <idle>-0       [000] d..1.   100.000070: cpu_idle: state=4294967295 cpu_id=0
                  <idle>-0       [000] d..2.   100.000071: sched_switch: prev_comm=swapper/0 prev_pid=0 prev_prio=120 prev_state=R ==> next_comm=my app next_pid=78 next_prio=120

        """;

    [Test]
    public void Find_Name_GivesEveryTaskThatBoreIt()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("trace.txt", Recording);

        Assert.That(TaskNames.Find(path, "my app", new KernelEventReaderOptions()), Is.EquivalentTo([77, 78]));
        Assert.That(TaskNames.Find(path, "sh", new KernelEventReaderOptions()), Is.EquivalentTo([5]));
    }

    [Test]
    public void Find_UnknownName_IsRefused()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("trace.txt", Recording);

        Assert.That(
            () => TaskNames.Find(path, "app", new KernelEventReaderOptions()),
            Throws.InstanceOf<TraceFormatException>().With.Message.EqualTo($"{path}: No task of the recording is called 'app'."));
    }

    [Test]
    public void Open_WithTasks_KeepsTheSegmentsBeforeThem()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("trace.txt", Recording);

        using ITraceReader reader = TraceFile.Open(path, new TraceFileOptions { Tasks = new HashSet<int> { 77, 78 } });
        List<TraceRow> rows = RowReader.ReadAll(reader);

        Assert.That(rows.Select(r => r.EntryNs), Is.EquivalentTo([100_000_010_000, 100_000_061_000]));
        Assert.That((rows[0].Flags & SegmentFlags.AfterGap, rows[1].Flags & SegmentFlags.AfterGap), Is.EqualTo((SegmentFlags.None, SegmentFlags.AfterGap)));
    }

    [Test]
    public void Open_SegmentsWithTasks_IsRefusedPlainly()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("x.csv", "vcpu,enter_ns,exit_ns\n0,1,2\n");

        Assert.That(
            () => TraceFile.Open(path, new TraceFileOptions { Tasks = new HashSet<int> { 1 } }),
            Throws.InstanceOf<TraceFormatException>().With.Message.Contains("no longer the tasks"));
    }
}
