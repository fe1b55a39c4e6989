using CsCheck;
using Predictors.Abstractions;

namespace Predictors.Traces.Tests.Segments;

[TestFixture]
public sealed class SegmentPropertyTests
{
    [Test]
    public void Segments_OfAnyEvents_AreInOrderAndAddUp()
    {
        RandomEvents.Gen(400).Sample(events => Check(SegmentList.Of(events)), iter: 3000);
    }

    [Test]
    public void Segments_OfOneCpu_DoNotDependOnHowTheCpusInterleave()
    {
        // Without events that name another CPU, each CPU stands for itself.
        Gen<KernelEvent[]> alone = RandomEvents.Gen(300).Select(events => events.Where(NamesNoOtherCpu).ToArray());
        alone.Sample(
            events =>
            {
                KernelEventKind[] kinds = [.. events.Select(e => e.Kind)];
                KernelEvent[] sorted = [.. events.OrderBy(e => e.Cpu)];
                SegmentList mixed = SegmentList.Of(new KernelEventList(events, kinds));
                SegmentList apart = SegmentList.Of(new KernelEventList(sorted, kinds));
                for (int cpu = 0; cpu < 3; cpu++)
                {
                    Assert.That(apart.On(cpu), Is.EqualTo(mixed.On(cpu)));
                }
            },
            iter: 500);
    }

    private static bool NamesNoOtherCpu(KernelEvent e) =>
        e.Kind is KernelEventKind.CpuIdle or KernelEventKind.LocalTimerEntry or KernelEventKind.CallFunctionEntry or KernelEventKind.IrqHandlerEntry
            or KernelEventKind.Other or KernelEventKind.LostEvents or KernelEventKind.GuestHaltPollNs;

    private static void Check(SegmentList list)
    {
        foreach (IGrouping<int, Segment> vcpu in list.All.GroupBy(s => s.Vcpu))
        {
            long previousExitNs = 0;
            foreach (Segment s in vcpu)
            {
                Assert.That(s.EntryNs, Is.GreaterThanOrEqualTo(previousExitNs));
                Assert.That(s.ArrivalNs, Is.InRange(s.EntryNs, s.ExitNs));
                Assert.That(s.Measured && s.Estimated, Is.False);
                Assert.That(s.Measured || s.Estimated || s.ArrivalNs == s.ExitNs);
                Assert.That(s.NextTimerNs ?? 0, Is.GreaterThanOrEqualTo(IdleEntry.UnknownNs));
                Assert.That((s.WakerVcpu ?? -1) >= 0, Is.EqualTo((s.WakerNs ?? -1) >= 0));
                Assert.That(s.WakerVcpu, Is.Not.EqualTo(s.Vcpu));
                previousExitNs = s.ExitNs;
            }
        }

        TraceInspection inspection = list.Inspection;
        Assert.That(inspection.Causes.Sum(), Is.EqualTo(list.All.Count));
        Assert.That(inspection.ArrivalsMeasured + inspection.ArrivalsEstimated + inspection.ArrivalsUnknown, Is.EqualTo(list.All.Count));
        foreach (VcpuInspection counts in inspection.Vcpus.Values)
        {
            Assert.That(counts.Segments, Is.EqualTo(list.On(counts.Vcpu).Count).And.AtMost(counts.Pairs));
            Assert.That(counts.Pairs + counts.OpenAtEnd, Is.AtMost(counts.Enters));
            Assert.That(counts.Pairs + counts.ExitWithoutEnter, Is.AtMost(counts.Exits));
            Assert.That(counts.OpenAtEnd, Is.InRange(0, 1));
            Assert.That(counts.IdleNs, Is.AtLeast(0));
        }
    }
}
