namespace Predictors.Traces.Tests.Recorder;

public sealed class EquivalentCommandsTests
{
    [Test]
    public void Of_ACommandWithBlanks_QuotesIt()
    {
        IReadOnlyList<string> lines = EquivalentCommands.Of(new RecordingOptions { BufferKb = 3000 }, ["sh", "-c", "echo 'a b'"]);

        Assert.That(lines, Has.Count.EqualTo(2));
        Assert.That(lines[0], Does.StartWith("trace-cmd record -C mono -b 3000 -o trace.dat -e ").And.EndsWith(@" sh -c 'echo '\''a b'\'''"));
        Assert.That(lines[1], Does.StartWith("perf record -a -k CLOCK_MONOTONIC -m 1024 -o perf.data -e "));
    }

    [Test]
    public void Of_TheHost_NamesTheEventsOfKvm() =>
        Assert.That(EventSet.Host.Events, Does.Contain("kvm:kvm_vcpu_wakeup").And.Not.Contain("power:cpu_idle"));
}
