using Predictors.Plugins.Menu;

namespace Predictors.Plugins.Tests.Menu;

public class CorrectionFactorsTests
{
    [TestCase(0, 0)]
    [TestCase(499, 0)]
    [TestCase(500, 1_000)]
    [TestCase(123_456, 123_000)]
    [TestCase(CorrectionFactors.NoTimerNs, CorrectionFactors.NoTimerNs)]
    public void Corrected_NothingLearned_IsTheTimerInWholeUs(long timerNs, long correctedNs) =>
        Assert.That(CorrectionFactors.Unity().CorrectedNs(timerNs), Is.EqualTo(correctedNs));

    // 8192 - 1024 + 1024 x 1/2 = 7680; 100 us x 7680 / 8192 = 93.75 us.
    [Test]
    public void Learn_WakeUpAtHalfTheTimer_MovesAnEighthOfTheWay()
    {
        CorrectionFactors factors = CorrectionFactors.Unity();

        factors.Learn(100_000, 50_000);

        Assert.That(factors.CorrectedNs(100_000), Is.EqualTo(94_000));
    }

    // Both of a pair lie in one bucket, the next pair in the next: what one learns the other does not.
    [TestCase(9_999, 10_000)]
    [TestCase(99_999, 100_000)]
    [TestCase(999_999, 1_000_000)]
    [TestCase(9_999_999, 10_000_000)]
    [TestCase(99_999_999, 100_000_000)]
    public void Learn_OneBucket_LeavesTheNextOne(long lastOfBucketNs, long firstOfNextNs)
    {
        CorrectionFactors factors = CorrectionFactors.Unity();

        factors.Learn(lastOfBucketNs, lastOfBucketNs / 10);

        Assert.That(factors.CorrectedNs(lastOfBucketNs), Is.LessThan(lastOfBucketNs * 95 / 100));
        Assert.That(factors.CorrectedNs(firstOfNextNs), Is.EqualTo(firstOfNextNs));
    }

    [TestCase(49_999_999, false)]
    [TestCase(50_000_000, true)]
    public void Learn_LengthsFrom50Ms_CountAsRight(long measuredNs, bool unchanged)
    {
        CorrectionFactors factors = CorrectionFactors.Unity();

        factors.Learn(1_000_000_000, measuredNs);

        Assert.That(factors.CorrectedNs(1_000_000_000) == 1_000_000_000, Is.EqualTo(unchanged));
    }

    [Test]
    public void Learn_TimerAlreadyDue_CountsAsRight()
    {
        CorrectionFactors factors = CorrectionFactors.Unity();

        factors.Learn(0, 0);

        Assert.That(factors.CorrectedNs(8_000), Is.EqualTo(8_000));
    }

    // A factor below 8 has no whole eighth to lose: 7 / 8192 of 8.192 s is 7 ms.
    [Test]
    public void Learn_AlwaysAtOnce_LeavesASmallFactor()
    {
        CorrectionFactors factors = CorrectionFactors.Unity();
        for (int i = 0; i < 1_000; i++)
        {
            factors.Learn(8_192_000_000, 0);
        }

        Assert.That(factors.CorrectedNs(8_192_000_000), Is.EqualTo(7_000_000));
    }
}
