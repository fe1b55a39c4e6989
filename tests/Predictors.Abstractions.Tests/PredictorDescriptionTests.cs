namespace Predictors.Abstractions.Tests;

internal sealed class PredictorDescriptionTests
{
    [Test]
    public void Name_NotKebabCase_SaysWhatIs() =>
        Assert.That(
            () => new PredictorDescription("MyRule", "Polls."),
            Throws.ArgumentException.With.Message.StartsWith(
                "The predictor name 'MyRule' is not kebab-case: use lower-case letters, digits and single hyphens, a letter first."));

    [Test]
    public void Parameters_SameNameTwice_IsRefused()
    {
        var one = new SwitchParameter("shrink", "One.", defaultValue: true);
        var two = new IntegerParameter("shrink", "Two.", 1, 0, 2);
        Assert.That(
            () => new PredictorDescription("my-rule", "Polls.", one, two),
            Throws.ArgumentException.With.Message.StartsWith("Predictor 'my-rule' declares the parameter 'shrink' twice."));
    }

    [Test]
    public void Defaults_NothingDeclared_NeedsNothing()
    {
        var description = new PredictorDescription("my-rule", "Polls.");
        Assert.That(description.RequiredColumns, Is.EqualTo(TraceColumns.None));
        Assert.That(description.SwitchesHostPollingOff, Is.False);
        Assert.That(description.Parameters, Is.Empty);
    }
}
