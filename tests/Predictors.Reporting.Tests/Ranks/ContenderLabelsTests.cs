using Predictors.Ranking;

namespace Predictors.Reporting.Tests;

public class ContenderLabelsTests
{
    private static readonly Contender s_short = new("haltpoll", [new("max", "50us"), new("grow", "2")]);
    private static readonly Contender s_long = new("haltpoll", [new("max", "200us"), new("grow", "2")]);

    [Test]
    public void Of_OneRow_IsThePredictor() =>
        Assert.That(new ContenderLabels([s_short, Samples.Halt]).Of(s_short), Is.EqualTo("haltpoll"));

    [Test]
    public void Of_Sweep_NamesWhatIsSwept()
    {
        var labels = new ContenderLabels([s_short, s_long, Samples.Halt]);

        Assert.That(labels.Of(s_short), Is.EqualTo("haltpoll max=50us"));
        Assert.That(labels.Of(s_long), Is.EqualTo("haltpoll max=200us"));
        Assert.That(labels.Shared().Single(), Is.EqualTo(("haltpoll", "grow=2")));
    }
}
