using System.Text.Json;

namespace Predictors.EndToEnd.Tests;

public class TuneTests
{
    [Test]
    public void Tune_GuestsRule_GivesTheLinesOfItsModule()
    {
        JsonElement tune = JsonNames.Parse(
            PredictorsCommand.Run("tune", BundledTraces.Packed, "-p", "haltpoll:max=10us|20us|200us", "--json", "-").Expect(0).Output);
        string maxNs = tune.GetProperty("recommended").GetProperty("parameters").GetProperty("max").GetString()!.Replace("us", "000", StringComparison.Ordinal);
        string[][] apply = [.. tune.GetProperty("apply").EnumerateArray().Select(a => a.GetProperty("lines").EnumerateArray().Select(l => l.GetString()!).ToArray())];

        Assert.That(apply[0], Does.Contain($"echo {maxNs} > /sys/module/haltpoll/parameters/guest_halt_poll_ns"));
        Assert.That(apply[0], Does.Contain("echo Y > /sys/module/haltpoll/parameters/guest_halt_poll_allow_shrink"));
        Assert.That(apply[1], Is.EqualTo(new[]
        {
            $"options haltpoll guest_halt_poll_ns={maxNs} guest_halt_poll_grow=2 guest_halt_poll_grow_start=50000 guest_halt_poll_shrink=2 guest_halt_poll_allow_shrink=Y",
        }));
        Assert.That(apply[2][0], Does.StartWith($"haltpoll.guest_halt_poll_ns={maxNs} haltpoll.guest_halt_poll_grow=2"));
    }

    [Test]
    public void Tune_HostsRule_GivesTheLinesOfKvmAndTheCapability()
    {
        string text = PredictorsCommand.Run("tune", BundledTraces.Packed, "-p", "kvm-halt-poll:max=0|200us").Expect(0).Output;

        Assert.That(text, Does.Match(@"(?m)^echo \d+ > /sys/module/kvm/parameters/halt_poll_ns\r?$"));
        Assert.That(text, Does.Match(@"(?m)^options kvm halt_poll_ns=\d+ halt_poll_ns_grow=2 halt_poll_ns_grow_start=10000 halt_poll_ns_shrink=2\r?$"));
        Assert.That(text, Does.Contain(".cap = KVM_CAP_HALT_POLL, .args = {"));
    }

    [TestCase("--max-waste 101%", "--max-waste 101% is not accepted: a share of 0% to 100%, such as 5%.")]
    [TestCase("--max-p99 50", "--max-p99 50 is not accepted: a length of time, such as 50us.")]
    public void Tune_WrongOption_IsAUsageError(string options, string message)
    {
        CommandResult result = PredictorsCommand.Run(["tune", BundledTraces.Packed, "-p", "kvm-halt-poll:max=0|1us", .. options.Split(' ')]).Expect(2);

        Assert.That(result.Error, Does.Contain(message));
    }

    [Test]
    public void Tune_BoundsThatNothingKeepsTo_IsANo() => Assert.That(
        PredictorsCommand.Run("tune", BundledTraces.Packed, "-p", "haltpoll:max=10us|20us", "--max-waste", "0.01%").Expect(1).Output,
        Does.StartWith("No setting that was tried keeps to 0.01 % of CPU waste"));
}
