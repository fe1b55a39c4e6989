using Predictors.Traces.Tests.Conversion;
using Predictors.Traces.Tests.Segments;

namespace Predictors.Traces.Tests.Guests;

[TestFixture]
public sealed class GuestChoiceTests
{
    private static HostText TwoGuests(bool withProcesses = true) => new HostText { WithProcesses = withProcesses }
        .Halt(100, 0, 700, 710, 0).Halt(101, 1, 800, 810, 0).Halt(102, 2, 700, 711, 1)
        .Accept(130, 3, 800, 820, 0, 64).Waking(131, 3, 800, 820, 810)
        .Accept(132, 3, 0, 5, 0, 65).Waking(133, 3, 0, 5, 710)
        .Enter(140, 1, 800, 810, 0).Enter(150, 0, 700, 710, 0).Enter(160, 2, 700, 711, 1);

    [Test]
    public void Guests_AreToldApartByTheirProcesses()
    {
        Assert.That(TwoGuests().Guests().Select(g => (g.Name, string.Join(" ", g.Vcpus.Select(v => $"{v.Vcpu}:{v.Thread}")))), Is.EqualTo([("700", "0:710 1:711"), ("800", "0:810")]));
    }

    [Test]
    public void Threads_WithoutProcesses_AreOneGuestOnlyWhereTheirNumbersDiffer()
    {
        IReadOnlyList<RecordedGuest> apart = TwoGuests(withProcesses: false).Guests();
        IReadOnlyList<RecordedGuest> together = new HostText { WithProcesses = false }.Halt(1, 0, 0, 12, 0).Halt(2, 1, 0, 11, 1).Enter(3, 0, 0, 12, 0).Guests();

        Assert.That(apart.Select(g => g.Name), Is.EqualTo(["710", "711", "810"]));
        Assert.That(together.Single().Vcpus, Is.EqualTo([new GuestThread(0, 12), new GuestThread(1, 11)]));
    }

    [TestCase("700", 2)]
    [TestCase("711", 2)]
    [TestCase("800", 1)]
    public void Guest_IsChosenByProcessOrThread(string guest, int segments) =>
        Assert.That(TwoGuests().Read(guest).All, Has.Count.EqualTo(segments));

    [Test]
    public void Interrupts_OfOtherGuests_AreNotTaken()
    {
        SegmentList first = TwoGuests().Read("700");
        SegmentList second = TwoGuests().Read("800");

        Assert.That(first.On(0).Single().ArrivalNs, Is.EqualTo(132_000));
        Assert.That(first.On(1).Single().ArrivalNs, Is.EqualTo(160_000));
        Assert.That(second.Only.ArrivalNs, Is.EqualTo(130_000));
    }

    [Test]
    public void SeveralGuests_AndNoneNamed_AreRefusedWithTheirNames()
    {
        string message = Assert.Throws<TraceFormatException>(() => TwoGuests().Read())!.Message;

        Assert.That(message, Does.EndWith("It holds 2 guests: 700 (2 vCPUs), 800 (1 vCPU). Choose one with --guest PID, each of them with --guest all, or the host's own CPUs with --guest host."));
    }

    [Test]
    public void Guest_ThatIsNotThere_IsRefusedWithThoseThatAre() =>
        Assert.That(() => TwoGuests().Read("9"), Throws.InstanceOf<TraceFormatException>().With.Message.Contains("There is no guest 9 in this recording. It holds 2 guests: 700"));

    [Test]
    public void Guest_OfAMachineThatHostsNone_IsRefused()
    {
        HostText text = new HostText().Add(100, 0, 0, 0, "cpu_idle: state=1 cpu_id=0").Add(200, 0, 0, 0, "cpu_idle: state=4294967295 cpu_id=0");

        Assert.That(() => text.Read("9"), Throws.InstanceOf<TraceFormatException>().With.Message.Contains("it has no KVM events"));
        Assert.That(text.Read().All, Has.Count.EqualTo(1));
        Assert.That(text.Guests(), Is.Empty);
    }

    [Test]
    public void Host_WithIdleEventsOfItsOwn_IsReadForThemUnlessAGuestIsNamed()
    {
        HostText text = new HostText()
            .Add(50, 0, 0, 0, "cpu_idle: state=1 cpu_id=0").Add(60, 0, 0, 0, "cpu_idle: state=4294967295 cpu_id=0")
            .Halt(100, 0, 700, 710, 0).Enter(150, 0, 700, 710, 0);

        Assert.That((text.Read().Only.EntryNs, text.Read("host").Only.EntryNs, text.Read("700").Only.EntryNs), Is.EqualTo((50_000L, 50_000L, 100_000L)));
    }

    [Test]
    public void Paths_NameGuestsBehindASharpSign()
    {
        using var folder = new TemporaryFolder();
        string path = TwoGuests().Write(folder, "host.txt");

        IReadOnlyList<string> expanded = TraceSet.ExpandGuests(TraceSet.Expand([path]), new TraceFileOptions());
        Assert.That(expanded, Is.EqualTo([path + "#700", path + "#800"]));
        Assert.That(TraceSet.Expand([path + "#800"]), Is.EqualTo([path + "#800"]));
        using ITraceReader reader = TraceFile.Open(path + "#800", new TraceFileOptions());
        Assert.That(SegmentList.Of(reader).Header.Name, Is.EqualTo("host.txt#800"));
        Assert.That(TraceFile.FindGuest(path + "#800", new TraceFileOptions())!.Vcpus.Single().Thread, Is.EqualTo(810));
    }
}
