namespace Predictors.Abstractions.Tests;

internal sealed class ParameterValuesTests
{
    private static readonly DurationParameter s_window = new("window", "A window.", defaultNs: 20_000);
    private static readonly SwitchParameter s_shrink = new("shrink", "Whether it shrinks.", defaultValue: true);
    private static readonly PredictorDescription s_description = new("my-rule", "Polls.", s_window, s_shrink);

    [Test]
    public void Parse_SomeGiven_OthersAreDefaults()
    {
        ParameterValues values = ParameterValues.Parse(s_description, KeyValuePair.Create("shrink", "off"));
        Assert.That(values.Get(s_window), Is.EqualTo(20_000));
        Assert.That(values.Get(s_shrink), Is.False);
        Assert.That(string.Join(",", values.ToTexts().Select(t => $"{t.Key}={t.Value}")), Is.EqualTo("window=20us,shrink=off"));
    }

    [Test]
    public void Parse_UnknownName_SaysWhatThereIs() =>
        Refused("my-rule has no parameter 'wnidow'; it has window, shrink.", ("wnidow", "5us"));

    [Test]
    public void Parse_GivenTwice_IsRefused() =>
        Refused("my-rule: window is given twice.", ("window", "5us"), ("window", "6us"));

    [Test]
    public void Parse_WrongValue_NamesThePredictor() =>
        Refused("my-rule: window=5 is not accepted: duration, 0ns to 86400s.", ("window", "5"));

    [Test]
    public void Get_UndeclaredParameter_IsRefused()
    {
        ParameterValues values = ParameterValues.Parse(s_description);
        var other = new SwitchParameter("other", "Another.", defaultValue: false);
        Assert.That(
            () => values.Get(other),
            Throws.ArgumentException.With.Message.StartsWith("Predictor 'my-rule' declares no parameter 'other'."));
    }

    private static void Refused(string message, params (string Name, string Text)[] texts) =>
        Assert.That(
            () => ParameterValues.Parse(s_description, texts.Select(t => KeyValuePair.Create(t.Name, t.Text))),
            Throws.InstanceOf<FormatException>().With.Message.EqualTo(message));
}
