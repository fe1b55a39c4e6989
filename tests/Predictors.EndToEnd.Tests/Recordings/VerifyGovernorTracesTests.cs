using System.Text.Json;

namespace Predictors.EndToEnd.Tests;

public class VerifyGovernorTracesTests
{
    [TestCase("guest-*-haltpoll.txt.zst", "haltpoll", 7)]
    [TestCase("kvm-*.txt.zst", "kvm-halt-poll", 7)]
    public void Verify_EveryRecording_HasNoDifferentDecision(string pattern, string rule, int files)
    {
        string[] recordings = [.. Directory.GetFiles(SharedFolder.Find("governor-traces"), pattern).Order(StringComparer.Ordinal)];
        Assert.That(recordings, Has.Length.GreaterThanOrEqualTo(files));

        foreach (string recording in recordings)
        {
            JsonElement verify = JsonNames.Parse(PredictorsCommand.Run("verify", recording, "-p", rule, "--json", "-").Expect(0).Output);
            Assert.That(verify.GetProperty("different").GetInt64(), Is.Zero, recording);
            Assert.That(verify.GetProperty("decisions").GetInt64(), Is.GreaterThan(0), recording);
        }
    }

    [TestCase("guest-s1-haltpoll.txt.zst", "haltpoll:grow-start=10us")]
    [TestCase("guest-s4-haltpoll.txt.zst", "haltpoll:shrink=2")]
    [TestCase("kvm-ks1.txt.zst", "kvm-halt-poll:max=50us")]
    [TestCase("kvm-ks1.txt.zst", "kvm-halt-poll:shrink=0")]
    public void Verify_WrongParameter_HasStatus1(string recording, string spec) =>
        PredictorsCommand.Run("verify", Path.Combine(SharedFolder.Find("governor-traces"), recording), "-p", spec).Expect(1);
}
