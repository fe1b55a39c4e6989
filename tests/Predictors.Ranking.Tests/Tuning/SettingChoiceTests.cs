namespace Predictors.Ranking.Tests;

public sealed class SettingChoiceTests
{
    [Test]
    public void Best_LooksOnlyAtTheFittedHalves()
    {
        TunedSetting first = Setting("first", changes: 1, 100, 900);
        TunedSetting second = Setting("second", changes: 1, 900, 100);

        Assert.That(new SettingChoice(new TuningBounds(), [0], [[0]]).Best([first, second]).Setting, Is.SameAs(first));
        Assert.That(new SettingChoice(new TuningBounds(), [1], [[1]]).Best([first, second]).Setting, Is.SameAs(second));
    }

    [TestCase(100.05, "default")]
    [TestCase(100.2, "other")]
    public void Best_OfNearlyEqualCosts_ChangesLeast(double defaultCost, string expected)
    {
        TunedSetting[] settings = [Setting("other", changes: 2, 100), Setting("default", changes: 0, defaultCost)];

        Assert.That(new SettingChoice(new TuningBounds(), [0], [[0]]).Best(settings).Setting.Spec, Is.EqualTo(expected));
    }

    [Test]
    public void Best_WithABound_LeavesOutWhatBreaksItOnAnySet()
    {
        TunedSetting cheap = new("cheap", 1, 0, [new PartScore(50, 10, 2, 10, 10), new PartScore(50, 10, 8, 10, 10)]);
        TunedSetting dear = new("dear", 1, 0, [new PartScore(90, 10, 4, 10, 10), new PartScore(90, 10, 4, 10, 10)]);
        var bounds = new TuningBounds { MaxWastePercent = 5 };

        // The mean of both halves is 5 %: only where each must keep to the bound is it broken.
        Assert.That(new SettingChoice(bounds, [0, 1], [[0, 1]]).Best([cheap, dear]), Is.EqualTo((cheap, true)));
        Assert.That(new SettingChoice(bounds, [0, 1], [[0], [1]]).Best([cheap, dear]), Is.EqualTo((dear, true)));
    }

    [Test]
    public void Best_WhereNothingKeepsToTheBounds_IsTheNearest()
    {
        TunedSetting far = new("far", 1, 0, [new PartScore(10, 10, 9, 10, 10)]);
        TunedSetting near = new("near", 1, 0, [new PartScore(90, 10, 6, 10, 10)]);

        Assert.That(new SettingChoice(new TuningBounds { MaxWastePercent = 5 }, [0], [[0]]).Best([far, near]), Is.EqualTo((near, false)));
    }

    [TestCase(99, 0)]
    [TestCase(98, 1)]
    public void Excess_OfP99_IsTheShareThatIsTooSlow(long inTime, double excess) => Assert.That(
        new TuningBounds { MaxP99Ns = 1 }.Excess([new PartScore(1, 1, 1, 60, 60), new PartScore(1, 1, 1, 40, inTime - 60)]), Is.EqualTo(excess).Within(1e-9));

    private static TunedSetting Setting(string spec, int changes, params double[] costs) =>
        new(spec, changes, 0, [.. costs.Select(c => new PartScore(c, 10, 1, 1, 1))]);
}
