namespace Predictors.Ranking.Tests;

public class ContenderTests
{
    [Test]
    public void Spec_WithoutParameters_IsTheName() =>
        Assert.That(new Contender("halt", []).Spec, Is.EqualTo("halt"));

    [Test]
    public void Spec_WithParameters_KeepsTheirOrder()
    {
        var contender = new Contender("haltpoll", [new("max", "200us"), new("grow", "2")]);

        Assert.That(contender.Spec, Is.EqualTo("haltpoll:max=200us,grow=2"));
        Assert.That(contender.ToString(), Is.EqualTo(contender.Spec));
    }

    [Test]
    public void Equality_OfTheSameSpec_Holds()
    {
        var one = new Contender("haltpoll", [new("max", "200us")]);
        var same = new Contender("haltpoll", [new("max", "200us")]);
        var other = new Contender("haltpoll", [new("max", "100us")]);

        Assert.That(one, Is.EqualTo(same));
        Assert.That(one.GetHashCode(), Is.EqualTo(same.GetHashCode()));
        Assert.That(one, Is.Not.EqualTo(other));
    }
}
