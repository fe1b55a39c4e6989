using Predictors.Abstractions;

namespace Predictors.Hosting.Tests;

public class AuthorMistakesTests
{
    private const string Shared = "is static and can change: all vCPUs and all runs would share it, and results would depend on threads; make it a field of the instance";

    // The predictor, or the factory of one whose name is not known, and the line that its author gets.
    private static readonly (string Predictor, string Reason)[] s_refused =
    [
        ("shares-field", $"AuthorMistakes.SharesField.s_lastNs {Shared}"),
        ("shares-property", $"AuthorMistakes.SharesProperty.LastNs {Shared}"),
        ("AuthorMistakes.NeedsAnArgument", "its constructor failed: nobody provides the parameter 'Int32 windowNs' of its constructor; "
            + "give it a constructor without parameters, or register a service in a module: IPredictorModule"),
        ("AuthorMistakes.NoConstructor", "its constructor failed: it has no public constructor; give it one without parameters"),
        ("AuthorMistakes.DefaultOutOfRange", "its constructor failed: ArgumentOutOfRangeException: The default of the parameter 'max' is 50us; it must be 0ns to 10us. (Parameter 'defaultNs')"),
        ("AuthorMistakes.NoSummary", "its constructor failed: ArgumentException: The value cannot be an empty string or composed entirely of whitespace. (Parameter 'summary')"),
        ("same-name", "AuthorMistakes.SameNameOne and AuthorMistakes.SameNameTwo both give this name; the description of each needs its own"),
    ];

    private static readonly (string? Predictor, string Warning)[] s_warned =
    [
        ("class-behind-adapter", "is a class, and each decision two calls through an interface; as a struct that implements IIdlePredictor it is compiled into the replay loop"),
        (null, "AuthorMistakes.Elsewhere.LastNs is static and can change: a predictor that goes by it shares it with all vCPUs and runs, and results depend on threads; "
            + "keep state in fields of the predictor"),
        (null, "AuthorMistakes.SharesCollection.s_lastNs is a static Dictionary, which all vCPUs and runs share; where it is a table that never changes, "
            + "make it an array or a frozen or immutable collection, otherwise a field of the predictor"),
    ];

    [Test]
    public void Load_EachMistake_HasItsLineAndTheOthersGoOn()
    {
        using PluginDirectory directory = PluginDirectory.Of("AuthorMistakes");
        PluginCatalog catalog = directory.Load();

        Assert.That(catalog.Refused.Select(r => (r.Predictor, r.Reason)), Is.EquivalentTo(s_refused));
        Assert.That(catalog.Warnings.Select(w => (w.Predictor, w.Text)), Is.EquivalentTo(s_warned));
        Assert.That(
            catalog.Predictors.Select(p => p.Description.Name), Is.EquivalentTo(["class-behind-adapter", "exits", "same-name", "shares-collection", "shares-elsewhere", "talks"]));
    }

    [Test]
    public void Warning_Line_NamesFileAndPredictor()
    {
        Assert.That(new PluginWarning("a.dll", "rule", "is slow").ToString(), Is.EqualTo("a.dll: rule: warning: is slow"));
        Assert.That(new PluginWarning("a.dll", null, "is slow").ToString(), Is.EqualTo("a.dll: warning: is slow"));
    }

    [Test]
    public void WhyNothing_AStructWithoutFactory_SaysWhatToAdd() =>
        Assert.That(AuthorMistakes.WhyNothing([typeof(string), typeof(Rule)]), Does.Contain("is a predictor: add a public IPredictorFactory<Rule>"));

    [Test]
    public void WhyNothing_AClass_SaysToMakeItAStruct() =>
        Assert.That(AuthorMistakes.WhyNothing([typeof(ClassRule)]), Does.Contain("ClassRule is a class: make it a struct").And.Contain("ClassPredictor"));

    [Test]
    public void WhyNothing_AHiddenFactory_SaysSo() =>
        Assert.That(AuthorMistakes.WhyNothing([typeof(Rule), typeof(HiddenFactory)]), Does.Contain("HiddenFactory does, but is not public"));

    [Test]
    public void WhyNothing_NothingAtAll_SaysWhatIsMissing() =>
        Assert.That(AuthorMistakes.WhyNothing([typeof(string)]), Is.EqualTo(
            "no public class in it implements IPredictorFactory<TPredictor>; 'dotnet new predictor -n MyRule' makes a project that has one"));

    [Test]
    public void SharedState_AStaticFieldThatChanges_IsNamed() =>
        Assert.That(AuthorMistakes.SharedState(typeof(SharingRule)), Does.Contain("SharingRule.s_last is static and can change").And.Contain("a field of the instance"));

    [TestCase(typeof(Rule))]
    [TestCase(typeof(Constants))]
    public void SharedState_OfConstantsAndTables_IsNone(Type type) => Assert.That(AuthorMistakes.SharedState(type), Is.Null);

    private struct Rule : IIdlePredictor
    {
        private long _lastNs;

        public readonly long PredictPollNs(in IdleEntry entry) => _lastNs;

        public void Observe(in IdleExit exit) => _lastNs = exit.IdleNs;
    }

    private readonly struct Constants : IIdlePredictor
    {
        private const long MaxNs = 5;
        private static readonly long[] s_table = [MaxNs];

        public long PredictPollNs(in IdleEntry entry) => s_table[0];

        public void Observe(in IdleExit exit)
        {
        }
    }

    private readonly struct SharingRule : IIdlePredictor
    {
        private static long s_last;

        public long PredictPollNs(in IdleEntry entry) => s_last;

        public void Observe(in IdleExit exit) => s_last = exit.IdleNs;
    }

    private sealed class ClassRule : IIdlePredictor
    {
        public long PredictPollNs(in IdleEntry entry) => 0;

        public void Observe(in IdleExit exit)
        {
        }
    }

    private sealed class HiddenFactory : IPredictorFactory<Rule>
    {
        public PredictorDescription Description { get; } = new("rule", "A rule.");

        public Rule Create(ParameterValues values, int vcpu) => default;
    }
}
