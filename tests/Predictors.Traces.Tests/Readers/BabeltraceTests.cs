namespace Predictors.Traces.Tests.Readers;

[TestFixture]
public sealed class BabeltraceTests
{
    private const string Seconds =
        """
        [1412670961.211225839] host sched_switch: { cpu_id = 2 }, { prev_comm = "a, \"b\" }", prev_tid = 7, prev_prio = 20, prev_state = ( "TASK_INTERRUPTIBLE" : container = 1 ), next_comm = "swapper/2", next_tid = 0, next_prio = 20 }
        [1412670961.211230000] host power_cpu_idle: { cpu_id = 2 }, { state = 0, cpu_id = 2 }
        [1412670961.211245839] host sched_waking: { cpu_id = 0 }, { comm = "b = 3", tid = 9, prio = 120, target_cpu = 2 }
        [1412670961.211260539] host power_cpu_idle: { cpu_id = 2 }, { state = 4294967295, cpu_id = 2 }
        [1412670961.211262000] host irq_handler_entry: { cpu_id = 2 }, { irq = 30, name = "arch_timer" }
        [1412670961.211270000] host timer_hrtimer_start: { cpu_id = 2 }, { hrtimer = 0xFFFF880012345678, function = 0xFFFFFFFF810A0B10, expires = 61211960000, softexpires = 61211960000 }
        """;

    [Test]
    public void Seconds_GiveEventsWithTheTaskThatRuns()
    {
        Recording recording = Recording.Of(Seconds);

        Assert.That(recording.Lines, Is.EqualTo([
            "SchedSwitch cpu2 pid7 1412670961211225839 7 0 0 @1",
            "CpuIdle cpu2 pid0 1412670961211230000 0 2 0 @2",
            "SchedWaking cpu0 pid-1 1412670961211245839 9 2 0 @3",
            "CpuIdle cpu2 pid0 1412670961211260539 -1 2 0 @4",
            "IrqHandlerEntry cpu2 pid0 1412670961211262000 30 2 0 @5",
            $"HrtimerStart cpu2 pid0 1412670961211270000 {unchecked((long)0xFFFF880012345678)} 61211960000 0 @6",
        ]));
        Assert.That((recording.Reader.Format, recording.Reader.Clock), Is.EqualTo(("babeltrace2 text", "wall clock")));
        Assert.That(recording.Inspection.Events["power_cpu_idle"], Is.EqualTo(2));
        Assert.That(recording.Inspection.UnparsedLines, Is.Zero);
    }

    [Test]
    public void TimeOfDay_WithDifferences_GoesOnBehindMidnight()
    {
        Recording recording = Recording.Of(
            """
            [23:59:59.999999000] (+?.?????????) host power_cpu_idle: { cpu_id = 2 }, { state = 1, cpu_id = 2 }
            [00:00:00.000001000] (+0.000002000) host power_cpu_idle: { cpu_id = 2 }, { state = 4294967295, cpu_id = 2 }
            """);

        Assert.That(recording.Events.Select(e => e.TimeNs), Is.EqualTo([86_399_999_999_000, 86_400_000_001_000]));
    }

    [Test]
    public void Date_IsSinceTheEpoch() =>
        Assert.That(
            Recording.Of("[2014-10-07 08:36:01.211260539] host power_cpu_idle: { cpu_id = 2 }, { state = 1, cpu_id = 2 }\n").Events.Single().TimeNs,
            Is.EqualTo(1412670961211260539));

    [Test]
    public void Contexts_TellTheTask()
    {
        Recording recording = Recording.Of(
            "[1.000000000] host power_cpu_idle: { cpu_id = 2 }, { procname = \"swapper/2\", tid = 0 }, { state = 1, cpu_id = 2 }\n"
            + "[1.000000001] host sched_wakeup: { cpu_id = 1 }, { tid = 12 }, { comm = \"x\", tid = 9, prio = 1, success = 0, target_cpu = 2 }\n");

        Assert.That(recording.Lines, Is.EqualTo(["CpuIdle cpu2 pid0 1000000000 1 2 0 @1", "Other cpu1 pid12 1000000001 9 2 0 @2"]));
    }

    [Test]
    public void Names_OfPerfsOwnTraces_LoseTheirSystem()
    {
        Recording recording = Recording.Of(
            "[1.000000000] sched:sched_switch: { cpu_id = 2 }, { perf_tid = 5, common_pid = 5, prev_comm = [ [0] = 120, [1] = 0 ], prev_pid = 5, next_pid = 0 }\n");

        Assert.That(recording.Lines, Is.EqualTo(["SchedSwitch cpu2 pid5 1000000000 5 0 0 @1"]));
    }

    [TestCase("[1.00000000] host power_cpu_idle: { cpu_id = 2 }, { state = 1, cpu_id = 2 }")]
    [TestCase("[1.000000000] host power_cpu_idle: { id = 2 }, { state = 1, cpu_id = 2 }")]
    [TestCase("[1.000000000] host power_cpu_idle: { cpu_id = 2 }, { state = 1, cpu_id = 2")]
    [TestCase("[1.000000000] host power_cpu_idle: { cpu_id = 2 }, { cpu_id = 2 }")]
    [TestCase("[99999999999.000000000] host power_cpu_idle: { cpu_id = 2 }, { state = 1, cpu_id = 2 }")]
    public void Line_ThatIsNoEvent_IsCounted(string line)
    {
        Recording recording = Recording.Of(Seconds + "\n" + line + "\n");

        Assert.That(recording.Events, Has.Count.EqualTo(6));
        Assert.That(recording.Inspection.UnparsedLines, Is.EqualTo(1));
    }
}
