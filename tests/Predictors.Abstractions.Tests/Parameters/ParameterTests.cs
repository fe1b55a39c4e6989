namespace Predictors.Abstractions.Tests;

internal sealed class ParameterTests
{
    private static readonly DurationParameter s_window = new("window", "A window.", defaultNs: 20_000, minNs: 1_000, maxNs: 1_000_000);
    private static readonly IntegerParameter s_grow = new("grow", "A factor.", defaultValue: 2, min: 0, max: 8);
    private static readonly NumberParameter s_margin = new("margin", "A multiple.", defaultValue: 1.5, min: 1, max: 4);
    private static readonly SwitchParameter s_shrink = new("shrink", "Whether it shrinks.", defaultValue: true);
    private static readonly ChoiceParameter s_kernel = new("kernel", "A kernel.", "6.12", "6.1");

    [Test]
    public void Parse_WithinRange_GivesValue()
    {
        Assert.Multiple(() =>
        {
            Assert.That(s_window.Parse("1ms"), Is.EqualTo(1_000_000));
            Assert.That(s_grow.Parse("8"), Is.EqualTo(8));
            Assert.That(s_margin.Parse("2.25"), Is.EqualTo(2.25));
            Assert.That(s_shrink.Parse("N"), Is.False);
            Assert.That(s_kernel.Parse("6.1"), Is.EqualTo("6.1"));
        });
    }

    [Test]
    public void Parse_OutOfRange_NamesValueTypeAndBounds()
    {
        Assert.Multiple(() =>
        {
            Refused(() => s_window.Parse("999ns"), "window=999ns is not accepted: duration, 1us to 1ms.");
            Refused(() => s_window.Parse("50"), "window=50 is not accepted: duration, 1us to 1ms.");
            Refused(() => s_grow.Parse("9"), "grow=9 is not accepted: whole number, 0 to 8.");
            Refused(() => s_grow.Parse("2.5"), "grow=2.5 is not accepted: whole number, 0 to 8.");
            Refused(() => s_margin.Parse("NaN"), "margin=NaN is not accepted: number, 1 to 4.");
            Refused(() => s_shrink.Parse("maybe"), "shrink=maybe is not accepted: switch, on or off.");
            Refused(() => s_kernel.Parse("5.10"), "kernel=5.10 is not accepted: choice, one of 6.12, 6.1.");
        });
    }

    [TestCase("Window")]
    [TestCase("poll_window")]
    [TestCase("-window")]
    [TestCase("window-")]
    [TestCase("poll--window")]
    [TestCase("2window")]
    [TestCase("")]
    public void Name_NotKebabCase_IsRefused(string name) =>
        Assert.That(() => new SwitchParameter(name, "A switch.", defaultValue: false), Throws.ArgumentException);

    [Test]
    public void Default_OutOfRange_IsRefused()
    {
        Assert.That(() => new DurationParameter("window", "A window.", defaultNs: 5, minNs: 10), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => new IntegerParameter("grow", "A factor.", 9, 0, 8), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    private static void Refused(Action parse, string message) =>
        Assert.That(() => parse(), Throws.InstanceOf<FormatException>().With.Message.EqualTo(message));
}
