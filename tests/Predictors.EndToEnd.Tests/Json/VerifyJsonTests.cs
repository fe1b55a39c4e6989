using System.Text.Json;

namespace Predictors.EndToEnd.Tests;

public class VerifyJsonTests
{
    private const string Recording = "tests/Predictors.IdlePath.Tests/Verification/Recordings/guest-s1-haltpoll-part.txt.zst";

    [Test]
    public void Verify_EqualDecisions_HasTheFixedNamesAndStatus0()
    {
        JsonElement verify = JsonNames.Parse(PredictorsCommand.Run("verify", Recording, "-p", "haltpoll", "--json", "-").Expect(0).Output);

        JsonNames.Expect(verify, "decisions", "equal", "different", "first");
        Assert.That(verify.GetProperty("decisions").GetInt64(), Is.GreaterThan(100));
        Assert.That(verify.GetProperty("equal").GetInt64(), Is.EqualTo(verify.GetProperty("decisions").GetInt64()));
        Assert.That(verify.GetProperty("different").GetInt64(), Is.Zero);
        Assert.That(verify.GetProperty("first").GetArrayLength(), Is.Zero);
    }

    [Test]
    public void Verify_WrongParameter_ListsTheFirstDifferencesAndHasStatus1()
    {
        JsonElement verify = JsonNames.Parse(PredictorsCommand.Run("verify", Recording, "-p", "haltpoll:grow=3", "--json", "-").Expect(1).Output);

        Assert.That(verify.GetProperty("different").GetInt64(), Is.GreaterThan(0));
        Assert.That(verify.GetProperty("first").GetArrayLength(), Is.GreaterThan(0));
        Assert.That(
            verify.GetProperty("equal").GetInt64() + verify.GetProperty("different").GetInt64(),
            Is.EqualTo(verify.GetProperty("decisions").GetInt64()));
    }

    [Test]
    public void Verify_NothingToCompare_HasStatus1() =>
        Assert.That(
            PredictorsCommand.Run("verify", Path.Combine(Path.GetDirectoryName(Recording)!, "guest-s8-menu-part.txt.zst"), "-p", "haltpoll").Expect(1).Output,
            Does.Contain("nothing could be compared"));
}
