using Predictors.Abstractions;

namespace Predictors.Hosting.Tests;

public class AuthorMistakesTests
{
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
        Assert.That(AuthorMistakes.WhyNothing([typeof(string)]), Is.EqualTo("no public class in it implements IPredictorFactory<TPredictor>"));

    [Test]
    public void SharedState_AStaticFieldThatChanges_IsNamed() =>
        Assert.That(AuthorMistakes.SharedState(typeof(SharingRule)), Does.Contain("SharingRule.s_last is a static field").And.Contain("a field of the instance"));

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
