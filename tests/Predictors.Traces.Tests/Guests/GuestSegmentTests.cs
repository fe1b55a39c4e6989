using Predictors.Abstractions;
using Predictors.Traces.Tests.Segments;

namespace Predictors.Traces.Tests.Guests;

[TestFixture]
public sealed class GuestSegmentTests
{
    private const int Vm = 700;
    private const int Zero = 710;
    private const int One = 711;

    [Test]
    public void Halt_WithExitAndEntry_LastsFromOneToTheOther()
    {
        SegmentList list = new HostText()
            .Halt(100, 0, Vm, Zero, 0).Woken(150, 0, Vm, Zero, 49_000).Enter(152, 0, Vm, Zero, 0)
            .Halt(300, 1, Vm, Zero, 0).Enter(390, 1, Vm, Zero, 0).Read();

        Assert.That(list.All.Select(s => (s.Vcpu, s.EntryNs, s.ExitNs)), Is.EqualTo([(0, 100_000L, 152_000L), (0, 300_000L, 390_000L)]));
        VcpuInspection counts = list.Inspection.Vcpus[0];
        Assert.That((counts.Enters, counts.Exits, counts.Pairs, counts.IdleNs, counts.IdleSource), Is.EqualTo((2, 2, 2, 142_000, "kvm")));
        Assert.That(list.Header.Name, Is.EqualTo("host.txt#700"));
        Assert.That(list.Inspection.Events["kvm_exit"], Is.EqualTo(2));
    }

    [Test]
    public void Halt_WithItsLengthAlone_LastsAsLongBeforeTheWakeUp()
    {
        SegmentList list = new HostText().Woken(150, 0, Vm, Zero, 49_123).Woken(250, 0, Vm, Zero, 40_000, waited: false).Read();

        Assert.That(list.All.Select(s => (s.EntryNs, s.ArrivalNs, s.ExitNs, s.Flags)), Is.EqualTo([
            (100_877L, 150_000L, 150_000L, SegmentFlags.TaskRan),
            (210_000L, 250_000L, 250_000L, SegmentFlags.TaskRan | SegmentFlags.ArrivalEstimated),
        ]));
        Assert.That(list.Inspection.Vcpus[0].IdleNs, Is.EqualTo(89_123));
    }

    [Test]
    public void Exits_ForOtherReasons_AreNoHalts()
    {
        SegmentList list = new HostText()
            .Add(90, 0, Vm, Zero, "kvm_exit: vcpu 0 reason MSR_WRITE rip 0x1").Enter(92, 0, Vm, Zero, 0)
            .Add(100, 0, Vm, Zero, "kvm_exit: reason hlt rip 0x1").Enter(152, 0, Vm, Zero, 0).Read();

        Assert.That((list.Only.EntryNs, list.Only.ExitNs), Is.EqualTo((100_000L, 152_000L)));
    }

    [Test]
    public void Ipi_OfAnotherVcpu_IsMeasuredWithItsWaker()
    {
        SegmentList list = new HostText()
            .Enter(50, 1, Vm, One, 1).Enter(51, 0, Vm, Zero, 0)
            .Halt(100, 0, Vm, Zero, 0)
            .Accept(140, 1, Vm, One, apicId: 0, vector: 253).Waking(141, 1, Vm, One, Zero)
            .Woken(150, 0, Vm, Zero, 49_000).Enter(152, 0, Vm, Zero, 0).Read();

        Segment segment = list.Only;
        Assert.That((segment.Cause, segment.ArrivalNs, segment.Measured), Is.EqualTo((WakeCause.RescheduleIpi, 140_000L, true)));
        Assert.That((segment.WakerVcpu, segment.WakerNs), Is.EqualTo((1, 140_000L)));
    }

    [Test]
    public void Timer_OfTheVcpu_IsInjectedByItsOwnThread()
    {
        SegmentList list = new HostText()
            .Halt(100, 0, Vm, Zero, 0).Waking(140, 0, 0, 0, Zero, inInterrupt: true)
            .Woken(150, 0, Vm, Zero, 49_000).Accept(151, 0, Vm, Zero, apicId: 0, vector: 236).Enter(152, 0, Vm, Zero, 0).Read();

        Assert.That((list.Only.Cause, list.Only.ArrivalNs, list.Only.Estimated), Is.EqualTo((WakeCause.Timer, 140_000L, true)));
    }

    [Test]
    public void Timer_WithoutEntries_IsSeenBehindTheWakeUp()
    {
        SegmentList list = new HostText()
            .Waking(140, 0, 0, 0, Zero, inInterrupt: true).Woken(150, 0, Vm, Zero, 49_000).Accept(151, 0, Vm, Zero, apicId: 0, vector: 65)
            .Add(160, 0, Vm, Zero, "kvm_msr: msr_write 6e0 = 0x100").Woken(250, 0, Vm, Zero, 80_000).Read();

        Assert.That(list.All.Select(s => (s.Cause, s.TimerWrites)), Is.EqualTo([(WakeCause.Timer, (int?)0), (WakeCause.Unknown, 1)]));
    }

    [Test]
    public void Device_OfAnotherThread_IsMeasured()
    {
        SegmentList list = new HostText()
            .Halt(100, 0, Vm, Zero, 0)
            .Add(139, 1, Vm, 730, "kvm_msi_set_irq: dst 0 vec 64 (Fixed|physical|edge)").Accept(140, 1, Vm, 730, 0, 64).Waking(141, 1, Vm, 730, Zero)
            .Woken(150, 0, Vm, Zero, 49_000).Enter(152, 0, Vm, Zero, 0).Read();

        Assert.That((list.Only.Cause, list.Only.ArrivalNs, list.Only.Measured, list.Only.WakerVcpu), Is.EqualTo((WakeCause.DeviceInterrupt, 140_000L, true, (int?)-1)));
    }

    [Test]
    public void Device_InAnInterruptOfTheHost_IsEstimated()
    {
        SegmentList list = new HostText()
            .Halt(100, 0, Vm, Zero, 0)
            .Add(139, 1, 0, 0, "kvm_msi_set_irq: dst 0 vec 64 (Fixed|physical|edge)", inInterrupt: true).Accept(140, 1, 0, 0, 0, 64, inInterrupt: true)
            .Woken(150, 0, Vm, Zero, 49_000).Enter(152, 0, Vm, Zero, 0).Read();

        Assert.That((list.Only.Cause, list.Only.ArrivalNs, list.Only.Estimated), Is.EqualTo((WakeCause.DeviceInterrupt, 140_000L, true)));
    }

    [Test]
    public void WakeUp_BySomebodyUnknown_HasNoCause()
    {
        SegmentList list = new HostText().Halt(100, 0, Vm, Zero, 0).Waking(141, 1, 900, 900, Zero).Woken(150, 0, Vm, Zero, 49_000).Enter(152, 0, Vm, Zero, 0).Read();

        Assert.That((list.Only.Cause, list.Only.ArrivalNs, list.Only.Measured), Is.EqualTo((WakeCause.Unknown, 141_000L, true)));
    }

    [Test]
    public void SpuriousWakeUp_DoesNotEndTheHalt_WhereEntriesAreRecorded()
    {
        SegmentList list = new HostText()
            .Halt(100, 0, Vm, Zero, 0).Waking(119, 1, 900, 900, Zero).Woken(120, 0, Vm, Zero, 19_000)
            .Waking(149, 1, Vm, One, Zero).Woken(150, 0, Vm, Zero, 29_000).Enter(152, 0, Vm, Zero, 0).Read();

        Assert.That((list.Only.EntryNs, list.Only.ExitNs), Is.EqualTo((100_000L, 152_000L)));
    }

    [Test]
    public void LostEvents_OfAnyCpu_DropTheOpenHalt()
    {
        SegmentList list = new HostText()
            .Halt(100, 0, Vm, Zero, 0).Line("CPU:3 [LOST 12 EVENTS]").Enter(152, 0, Vm, Zero, 0).Halt(200, 0, Vm, Zero, 0).Enter(252, 0, Vm, Zero, 0).Read();

        Assert.That((list.Only.EntryNs, list.Only.AfterGap), Is.EqualTo((200_000L, true)));
        Assert.That(list.Anomalies("events-lost"), Is.EqualTo(1));
        Assert.That(list.Inspection.Vcpus[0].LostEvents, Is.EqualTo(-1));
    }

    [Test]
    public void Halt_OpenAtTheEnd_IsCounted()
    {
        SegmentList list = new HostText().Enter(50, 0, Vm, Zero, 0).Halt(100, 0, Vm, Zero, 0).Read();

        Assert.That(list.All, Is.Empty);
        Assert.That((list.Inspection.Vcpus[0].OpenAtEnd, list.Inspection.Vcpus[0].Enters), Is.EqualTo((1, 1)));
    }

    [Test]
    public void Arm_WfiHalts_AndWfeDoesNot()
    {
        SegmentList list = new HostText()
            .Add(100, 0, Vm, Zero, "kvm_exit: TRAP: HSR_EC: 0x0001 (WFx), PC: 0xffff").Add(101, 0, Vm, Zero, "kvm_wfx_arm64: guest executed wfi at: 0xffff")
            .Woken(150, 0, Vm, Zero, 48_000).Add(152, 0, Vm, Zero, "kvm_entry: PC: 0xffff")
            .Add(200, 0, Vm, Zero, "kvm_exit: TRAP: HSR_EC: 0x0001 (WFx), PC: 0xffff").Add(201, 0, Vm, Zero, "kvm_wfx_arm64: guest executed wfe at: 0xffff")
            .Add(202, 0, Vm, Zero, "kvm_entry: PC: 0xffff").Add(300, 0, Vm, Zero, "kvm_exit: IRQ, PC: 0xffff").Add(301, 0, Vm, Zero, "kvm_entry: PC: 0xffff").Read();

        Assert.That((list.Only.EntryNs, list.Only.ExitNs), Is.EqualTo((101_000L, 152_000L)));
        Assert.That(list.Inspection.UnparsedLines, Is.Zero);
    }

    [Test]
    public void Raw_Fields_AreRead()
    {
        SegmentList list = new HostText()
            .Add(100, 0, Vm, Zero, "kvm_exit: exit_reason=12 guest_rip=0x1 isa=1 info1=0 info2=0 vcpu_id=3").Add(152, 0, Vm, Zero, "kvm_entry: vcpu_id=3 rip=1")
            .Add(200, 0, Vm, Zero, "kvm_exit: exit_reason=0x78 isa=2 vcpu_id=3").Add(252, 0, Vm, Zero, "kvm_entry: vcpu_id=3")
            .Add(300, 0, Vm, Zero, "kvm_exit: exit_reason=0x78 isa=1 vcpu_id=3").Add(352, 0, Vm, Zero, "kvm_entry: vcpu_id=3").Read();

        Assert.That(list.All.Select(s => (s.Vcpu, s.EntryNs)), Is.EqualTo([(3, 100_000L), (3, 200_000L)]));
    }
}
