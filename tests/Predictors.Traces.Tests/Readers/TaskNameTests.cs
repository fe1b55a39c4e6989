using CsCheck;

namespace Predictors.Traces.Tests.Readers;

[TestFixture]
public sealed class TaskNameTests
{
    private static readonly Gen<string> Names = Gen.OneOf(
        Gen.OneOf<string>(
            "VM Thread", "kworker/1:1H", "C2 CompilerThre", "a-1 [000] d..1.", "-1 [7] 5.5: x: ", "x ==> y", " ==> ", "prev_pid=1",
            "a prev_pid=2", "a next_pid=3", "b:12 [120]", "CPU:1 [LOST", "=", ":", "é ü", "pid=4 prio=5", "target_cpu=9", "<...>", "(12345)", "#x"),
        Gen.String[Gen.Char[' ', '~'], 1, 15]);

    [Test]
    public void Task_OfAnyName_IsReadFromTheKernelsText() =>
        (from prev in Names from next in Names select (prev, next)).Sample(
            (names) =>
            {
                (string prev, string next) = names;
                Recording recording = Recording.Of(
                    $"{prev,16}-77      [001] d..2.  3461.851885: sched_switch: prev_comm={prev} prev_pid=77 prev_prio=120 prev_state=S ==> next_comm={next} next_pid=88 next_prio=120\n"
                    + $"{prev,16}-77      [001] d..2.  3461.851886: sched_waking: comm={next} pid=88 prio=120 target_cpu=002\n");
                Assert.That(recording.Lines, Is.EqualTo(
                [
                    "SchedSwitch cpu1 pid77 3461851885000 77 88 0 @1",
                    "SchedWaking cpu1 pid77 3461851886000 88 2 0 @2",
                ]));
            },
            iter: 2000,
            threads: 1);

    [Test]
    public void Task_OfAnyName_IsReadFromPerfScript() =>
        (from prev in Names from next in Names select (prev, next)).Sample(
            (names) =>
            {
                (string prev, string next) = names;
                Recording recording = Recording.Of(
                    $"{prev,16}    77 [001]  3461.851885: sched:sched_switch: prev_comm={prev} prev_pid=77 prev_prio=120 prev_state=S ==> next_comm={next} next_pid=88 next_prio=120\n");
                Assert.That(recording.Lines, Is.EqualTo(["SchedSwitch cpu1 pid77 3461851885000 77 88 0 @1"]));
            },
            iter: 2000,
            threads: 1);

    [TestCase("swapper/2:0 [120] R ==> kworker/2:1:2923 [120]", 0, 2923)]
    [TestCase("a:b ==> c:5 [1] R ==> x ==> y:7:8 [120]", 5, 8)]
    [TestCase("VM Thread:12 [120] R+ ==> a [3] b:13 [98]", 12, 13)]
    public void Switch_AsThePluginWritesIt_IsReadFromTheRight(string text, long prevPid, long nextPid)
    {
        KernelEvent e = Recording.Of($"          <idle>-0     [002]  2084.021443: sched_switch:         {text}\n").Events.Single();

        Assert.That((e.Kind, e.A, e.B), Is.EqualTo((KernelEventKind.SchedSwitch, prevPid, nextPid)));
    }

    [Test]
    public void Idle_TaskOfAnotherPidNamedSwapper_IsNotIdle()
    {
        KernelEvent e = Recording.Of("         swapper-5     [002]  2084.021443: cpu_idle: state=1 cpu_id=2\n").Events.Single();

        Assert.That(e.Pid, Is.EqualTo(5));
    }
}
