using Predictors.Abstractions;
using Predictors.Plugins.HaltPoll;
using Predictors.Plugins.KvmHaltPoll;

namespace Predictors.IdlePath.Tests;

public class RecordedParametersTests
{
    [Test]
    public void From_GuestSettings_GivesSpecValues() =>
        Assert.That(
            From(new HaltPollFactory(), "guest_halt_poll_ns=400000 guest_halt_poll_grow=3 guest_halt_poll_grow_start=50001 guest_halt_poll_shrink=0 guest_halt_poll_allow_shrink=N kernel=6.12.117+deb12-cloud-amd64"),
            Is.EqualTo("max=400us,grow=3,grow-start=50001ns,shrink=0,allow-shrink=off,revision=6.12"));

    [Test]
    public void From_ShortGuestNames_GivesSpecValues() =>
        Assert.That(
            From(new HaltPollFactory(), "ghp_ns=0 ghp_grow=0 ghp_grow_start=1000000 ghp_shrink=4 ghp_allow_shrink=Y"),
            Is.EqualTo("max=0ns,grow=0,grow-start=1ms,shrink=4,allow-shrink=on,revision=6.12"));

    [Test]
    public void From_HostSettings_PutsTheMachinesCapFirst() =>
        Assert.That(
            From(new KvmHaltPollFactory(), "halt_poll_ns=200000 cap_halt_poll=50000 halt_poll_ns_grow=4 halt_poll_ns_grow_start=10000 halt_poll_ns_shrink=0"),
            Is.EqualTo("max=50us,grow=4,grow-start=10us,shrink=0"));

    [TestCase("cap_halt_poll=-1 halt_poll_ns=300000", "max=300us")]
    [TestCase("cap_halt_poll=-1", "max=200us")]
    public void From_CapNotSet_TakesTheHosts(string settings, string expected) =>
        Assert.That(From(new KvmHaltPollFactory(), settings), Does.StartWith(expected + ","));

    [TestCase("6.1.0-13-amd64", "6.1")]
    [TestCase("6.6.87", "6.1")]
    [TestCase("6.12", "6.12")]
    [TestCase("6.18.44", "6.12")]
    [TestCase("7.0-rc1", "6.12")]
    public void From_KernelRelease_ChoosesRevision(string release, string revision) =>
        Assert.That(From(new HaltPollFactory(), "kernel=" + release), Does.EndWith("revision=" + revision));

    [Test]
    public void From_NothingSet_GivesNothing() =>
        Assert.That(RecordedParameters.From(new Dictionary<string, string> { ["seed"] = "1" }, new HaltPollFactory().Description), Is.Empty);

    [TestCase("guest_halt_poll_ns=many", "max=many is not accepted")]
    [TestCase("guest_halt_poll_ns=4294967296", "max=4294967296ns is not accepted")]
    [TestCase("kernel=5.10.0", "revision=5.10.0 is not accepted")]
    public void From_ValueNotAccepted_IsRefusedWithItsRange(string settings, string message) =>
        Assert.That(() => From(new HaltPollFactory(), settings), Throws.TypeOf<FormatException>().With.Message.Contains(message));

    private static string From(IPredictorFactory factory, string settings)
    {
        Dictionary<string, string> words = settings.Split(' ').ToDictionary(w => w.Split('=')[0], w => w.Split('=')[1]);
        IReadOnlyList<KeyValuePair<string, string>> found = RecordedParameters.From(words, factory.Description);
        return string.Join(',', ParameterValues.Parse(factory.Description, found).ToTexts().Select(t => $"{t.Key}={t.Value}"));
    }
}
