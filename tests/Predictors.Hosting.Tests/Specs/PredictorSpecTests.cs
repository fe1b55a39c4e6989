namespace Predictors.Hosting.Tests;

public sealed class PredictorSpecTests
{
    private PluginDirectory _directory = null!;
    private PluginCatalog _catalog = null!;

    [OneTimeSetUp]
    public void Load()
    {
        _directory = PluginDirectory.Of("StructPredictor", "ClassPredictors");
        _catalog = _directory.Load();
    }

    [OneTimeTearDown]
    public void Remove() => _directory.Dispose();

    [TestCase("struct-predictor", "struct-predictor")]
    [TestCase("struct-predictor:window=200us", "struct-predictor:window=200us")]
    [TestCase("struct-predictor:window=50us", "struct-predictor", Description = "a default is left out")]
    [TestCase("struct-predictor:eager=Y,window=1000us", "struct-predictor:window=1ms,eager=on", Description = "in the order of declaration, as it is written best")]
    [TestCase("struct-predictor:count=-10,ratio=0.25,mode=fancy", "struct-predictor:count=-10,ratio=0.25,mode=fancy")]
    [TestCase("struct-predictor:model=../a:b/x=1..2*3.zip", "struct-predictor:model=../a:b/x=1..2*3.zip", Description = "a path is no range")]
    [TestCase("struct-predictor:model=", "struct-predictor")]
    [TestCase("last-idle", "last-idle")]
    public void Expand_SingleValues_GivesOneCanonicalChoice(string spec, string expected) =>
        Assert.That(Texts(spec), Is.EqualTo([expected]));

    [TestCase("window=10us|20us|200us", "window=10us", "window=20us", "window=200us")]
    [TestCase("window=10us..320us*2", "window=10us", "window=20us", "window=40us", "window=80us", "window=160us", "window=320us")]
    [TestCase("window=10us..39us*2", "window=10us", "window=20us")]
    [TestCase("window=10us..30us+10us", "window=10us", "window=20us", "window=30us")]
    [TestCase("window=0..2us+1us", "window=0ns", "window=1us", "window=2us")]
    [TestCase("window=10us..10us*2", "window=10us")]
    [TestCase("window=1ns..3ns*1.5", "window=1ns", "window=2ns", Description = "1, 1.5 and 2.25 ns, rounded, are two values")]
    [TestCase("window=10us|20us..40us*2|10us", "window=10us", "window=20us", "window=40us")]
    [TestCase("count=-2..1+1", "count=-2", "count=-1", "count=0", "count=1")]
    [TestCase("ratio=0.1..0.3+0.1", "ratio=0.1", "ratio=0.2", "ratio=0.3")]
    [TestCase("ratio=0.001..1*10", "ratio=0.001", "ratio=0.01", "ratio=0.1", "ratio=1")]
    [TestCase("mode=fancy|fancy", "mode=fancy")]
    [TestCase("window=1us|2us,count=1|2", "window=1us,count=1", "window=1us,count=2", "window=2us,count=1", "window=2us,count=2")]
    [TestCase("count=1|2,window=1us|2us", "window=1us,count=1", "window=2us,count=1", "window=1us,count=2", "window=2us,count=2")]
    public void Expand_Sweep_GivesTheCombinationsInOrder(string settings, params string[] expected) =>
        Assert.That(Texts("struct-predictor:" + settings), Is.EqualTo(expected.Select(e => "struct-predictor:" + e)));

    [Test]
    public void Expand_Text_ReadsBackToItself()
    {
        foreach (string text in Texts("struct-predictor:window=1us..500us*3,count=-10..100+7,ratio=0.1..10*3,eager=on|off,mode=plain|fancy,model=|a=b"))
        {
            Assert.That(Texts(text), Is.EqualTo([text]));
        }
    }

    [Test]
    public void Expand_Values_AreThoseOfTheText()
    {
        PredictorChoice choice = PredictorSpec.Parse("struct-predictor:window=7us,model=m.zip").Expand(_catalog)[0];

        Assert.That(choice.Predictor, Is.SameAs(_catalog.Find("struct-predictor")));
        Assert.That(choice.Values.ToTexts().Select(p => $"{p.Key}={p.Value}"), Is.EqualTo(
            ["window=7us", "count=3", "ratio=0.5", "mode=plain", "eager=off", "model=m.zip"]));
    }

    [TestCase("", "'' names no predictor: write name or name:key=value,key=value.")]
    [TestCase(":window=1us", "':window=1us' names no predictor: write name or name:key=value,key=value.")]
    [TestCase("a:", "'' in 'a:' is no key=value: write name:key=value,key=value.")]
    [TestCase("a:window", "'window' in 'a:window' is no key=value: write name:key=value,key=value.")]
    [TestCase("a:=1us", "'=1us' in 'a:=1us' is no key=value: write name:key=value,key=value.")]
    [TestCase("a:b=1,", "'' in 'a:b=1,' is no key=value: write name:key=value,key=value.")]
    [TestCase("a:b=1,b=2", "'b' is given twice in 'a:b=1,b=2'; for several values write b=A|B.")]
    public void Parse_NoSpec_SaysWhatIsWrong(string spec, string message) =>
        Assert.That(() => PredictorSpec.Parse(spec), Throws.TypeOf<SpecException>().With.Message.EqualTo(message));

    [TestCase("struct-predictr", "There is no predictor 'struct-predictr'; did you mean 'struct-predictor'?")]
    [TestCase("struct-predictor:windw=1us", "struct-predictor has no parameter 'windw'; did you mean 'window'?")]
    [TestCase("last-idle:window=1us", "last-idle has no parameter 'window'; there is none at all.")]
    [TestCase("struct-predictor:window=2s", "struct-predictor: window=2s is not accepted: duration, 0ns to 1ms.")]
    [TestCase("struct-predictor:window=5", "struct-predictor: window=5 is not accepted: duration, 0ns to 1ms.")]
    [TestCase("struct-predictor:window=1us|", "struct-predictor: window= is not accepted: duration, 0ns to 1ms.")]
    [TestCase("struct-predictor:count=90..101+1", "struct-predictor: count=101 is not accepted: whole number, -10 to 100.")]
    [TestCase("struct-predictor:mode=plain..fancy*2", "struct-predictor: mode=plain..fancy*2 is not accepted: choice, one of plain, fancy.")]
    public void Expand_NotAccepted_SaysWhatWouldBe(string spec, string message) =>
        Assert.That(() => Texts(spec), Throws.TypeOf<SpecException>().With.Message.EqualTo(message));

    [TestCase("window=1us..2us", "a range needs its step, LOW..HIGH*FACTOR or LOW..HIGH+STEP")]
    [TestCase("window=2us..1us*2", "its upper bound is below its lower one")]
    [TestCase("window=1us..2us*1", "a factor must be above 1 and the lower bound above 0")]
    [TestCase("window=0..2us*2", "a factor must be above 1 and the lower bound above 0")]
    [TestCase("window=1us..2us+0", "a step must be above 0")]
    [TestCase("window=1..2us*2", "'1' is no duration such as 200us")]
    [TestCase("window=1us..2us*x", "'x' is no number up to 1E+027")]
    [TestCase("count=1..1e28*2", "'1e28' is no number up to 1E+027")]
    [TestCase("window=0..1ms+1ns", "it has more than 10000 values")]
    public void Expand_NoRange_SaysWhatIsWrong(string setting, string what) =>
        Assert.That(() => Texts("struct-predictor:" + setting), Throws.TypeOf<SpecException>().With.Message.EqualTo(
            $"{setting} in 'struct-predictor:{setting}' is no range: {what}."));

    [Test]
    public void Expand_TooManyCombinations_IsRefused()
    {
        const string spec = "struct-predictor:window=1us..101us+1us,count=0..99+1";

        Assert.That(() => Texts(spec), Throws.TypeOf<SpecException>().With.Message.EqualTo(
            $"'{spec}' stands for more than 10000 combinations; sweep fewer values."));
        Assert.That(Texts("struct-predictor:window=1us..100us+1us,count=0..99+1"), Has.Count.EqualTo(10_000));
    }

    [Test]
    public void Expand_RangesUpToTheGreatestDuration_End() =>
        Assert.That(() => Texts("struct-predictor:window=1ns..9223372036854775807ns*1e27"), Has.Count.EqualTo(1));

    private List<string> Texts(string spec) => [.. PredictorSpec.Parse(spec).Expand(_catalog).Select(c => c.Text)];
}
