namespace Predictors.IdlePath.Tests;

public class SplitMix64Tests
{
    [Test]
    public void Next_SeedOf1234567_GivesThePublishedNumbers()
    {
        var random = new SplitMix64(1234567);

        ulong[] numbers = [random.Next(), random.Next(), random.Next()];

        Assert.That(numbers, Is.EqualTo(new ulong[] { 6457827717110365317, 3203168211198807973, 9817491932198370423 }));
    }

    [Test]
    public void NextBelow_ManyDraws_ReachesEveryNumberAboutEquallyOften()
    {
        var random = new SplitMix64(1);
        var counts = new int[7];
        for (int i = 0; i < 70_000; i++)
        {
            counts[random.NextBelow(7)]++;
        }

        // Six standard deviations of a binomial of 70,000 draws are about 556.
        Assert.That(counts, Has.All.InRange(10_000 - 556, 10_000 + 556));
    }
}
