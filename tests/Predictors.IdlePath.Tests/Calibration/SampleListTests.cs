namespace Predictors.IdlePath.Tests;

public sealed class SampleListTests
{
    [Test]
    public void Add_MoreThanItHolds_KeepsEverySecondInOrder()
    {
        var times = new SampleList();
        for (long i = 0; i < SampleList.Capacity + 10; i++)
        {
            times.Add(i);
        }

        Assert.That(times.Met, Is.EqualTo(SampleList.Capacity + 10));
        Assert.That(times.KeptNs, Is.EqualTo(Enumerable.Range(0, (SampleList.Capacity / 2) + 5).Select(i => 2L * i)));
    }
}
