namespace Predictors.Traces.Tests.Readers.Referees;

[TestFixture]
public sealed class BabeltraceRefereeTests
{
    private static readonly string[] NoOptions = [];
    private static readonly string[] Seconds = ["--clock-seconds", "--no-delta"];
    private static readonly string[] Date = ["--clock-date", "--clock-gmt"];
    private static readonly string[][] Forms = [NoOptions, Seconds, Date];

    [TestCaseSource(nameof(Forms))]
    public void Babeltrace2_PrintsWhatIsRead(params string[] options)
    {
        using CtfFolder trace = new CtfFolder()
            .Switch(1000, 1, "a \"b\", } = c", 7, "swapper/1", 0).Idle(1100, 1, 0)
            .Waking(1500, 0, "rr, tid = 3 }", 9, 1)
            .Idle(1600, 1, uint.MaxValue).Irq(1700, 1, 30, "arch_timer").Switch(1800, 1, "swapper/1", 0, "rr, tid = 3 }", 9);
        string text = ReferenceTool.Run("babeltrace2", [.. options, trace.Path]);

        Recording recording = Recording.Of(text);
        long startNs = recording.Events[0].TimeNs;
        Assert.That(recording.Inspection.UnparsedLines, Is.Zero, text);
        Assert.That(recording.Events.Select(e => (e.Kind, e.Cpu, e.Pid, e.TimeNs - startNs, e.A, e.B)), Is.EqualTo([
            (KernelEventKind.SchedSwitch, 1, 7, 0L, 7L, 0L),
            (KernelEventKind.CpuIdle, 1, 0, 100, 0, 1),
            (KernelEventKind.SchedWaking, 0, -1, 500, 9, 1),
            (KernelEventKind.CpuIdle, 1, 0, 600, -1, 1),
            (KernelEventKind.IrqHandlerEntry, 1, 0, 700, 30, 2),
            (KernelEventKind.SchedSwitch, 1, 0, 800, 0, 9),
        ]));
        if (options.Length > 0)
        {
            Assert.That(startNs, Is.EqualTo((CtfFolder.OffsetSeconds * 1_000_000_000) + 1000));
        }
    }
}
