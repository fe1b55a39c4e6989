namespace Predictors.Traces.Tests.Readers;

[TestFixture]
public sealed class SettingsTests
{
    [Test]
    public void Settings_OfLeadingComments_AreReadAndTheFirstOfAnameCounts()
    {
        Recording recording = Recording.Of(
            """
            # set=ks1 cap_halt_poll=-1 (-1: host default 200000) halt_poll_ns_grow=2 think=0 kernel=6.12.117+deb12 trace_clock=mono
            # RUN ks1 halt_poll=-1 cap_halt_poll=1
            # tracer: nop
            #                                _-----=> irqs-off/BH-disabled
            # entries-in-buffer/entries-written: 748/5728   #P:2
                        bash-19097   [001] d..2.  1451.908697: cpu_idle: state=1 cpu_id=1
            # later=1
            """);

        Assert.That(recording.Reader.Settings, Is.EqualTo(new Dictionary<string, string>
        {
            ["set"] = "ks1",
            ["cap_halt_poll"] = "200000",
            ["halt_poll_ns_grow"] = "2",
            ["think"] = "0",
            ["kernel"] = "6.12.117+deb12",
            ["trace_clock"] = "mono",
            ["halt_poll"] = "-1",
        }));
        Assert.That(recording.Reader.Clock, Is.EqualTo("mono"));
    }

    [Test]
    public void Setting_OfAnotherValue_IsNotTakenForTheHostsDefault()
    {
        Recording recording = Recording.Of(
            "# cap_halt_poll=50000 (-1: host default 200000)\n            bash-19097   [001] d..2.  1451.908697: cpu_idle: state=1 cpu_id=1\n");

        Assert.That(recording.Reader.Settings["cap_halt_poll"], Is.EqualTo("50000"));
        Assert.That(recording.Reader.Clock, Is.EqualTo("unknown"));
    }
}
