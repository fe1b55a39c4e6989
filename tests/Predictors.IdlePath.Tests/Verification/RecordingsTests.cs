using Predictors.Abstractions;
using Predictors.Plugins.Fixed;
using Predictors.Plugins.HaltPoll;
using Predictors.Plugins.KvmHaltPoll;

namespace Predictors.IdlePath.Tests;

public class RecordingsTests
{
    [TestCase("guest-s1-haltpoll", 159)]
    [TestCase("guest-s4-haltpoll", 631)]
    [TestCase("guest-s5-haltpoll", 716)]
    [TestCase("guest-s6-haltpoll", 494)]
    [TestCase("guest-s7-haltpoll", 125)]
    [TestCase("kvm-ks1", 525)]
    [TestCase("kvm-ks2", 194)]
    [TestCase("kvm-ks3", 557)]
    [TestCase("kvm-ks4", 760)]
    [TestCase("kvm-ks6", 627)]
    [TestCase("kvm-ks7", 703)]
    public void Verify_ParametersOfFirstLine_EveryDecisionIsEqual(string name, int decisions)
    {
        VerificationResult result = VerifiedFile.Verify(Part(name), VerifiedFile.RuleOf(name));

        Assert.That((result.Decisions, result.Equal, result.Different, result.NotCompared), Is.EqualTo((decisions, decisions, 0, 0)), VerifiedFile.Describe(result));
        Assert.That(result.Agrees, Is.True);
    }

    [TestCase("guest-s1-haltpoll", "max", "100us")]
    [TestCase("guest-s1-haltpoll", "grow-start", "10us")]
    [TestCase("guest-s1-haltpoll", "revision", "6.1")]
    [TestCase("guest-s4-haltpoll", "grow", "2")]
    [TestCase("guest-s4-haltpoll", "shrink", "3")]
    [TestCase("guest-s5-haltpoll", "shrink", "2")]
    [TestCase("guest-s6-haltpoll", "max", "200us")]
    [TestCase("guest-s7-haltpoll", "allow-shrink", "on")]
    [TestCase("kvm-ks1", "max", "400us")]
    [TestCase("kvm-ks1", "grow", "3")]
    [TestCase("kvm-ks1", "grow-start", "20us")]
    [TestCase("kvm-ks1", "shrink", "0")]
    [TestCase("kvm-ks2", "max", "200us")]
    public void Verify_OneParameterWrong_ReportsDifferences(string name, string parameter, string value)
    {
        VerificationResult result = VerifiedFile.Verify(Part(name), VerifiedFile.RuleOf(name), (parameter, value));

        Assert.That(result.Different, Is.Positive);
        Assert.That(result.Agrees, Is.False);
        Assert.That(result.First, Has.Count.EqualTo(Math.Min(result.Different, 10)));
        Assert.That(result.First.Select(d => d.Place), Is.Ordered);
    }

    [Test]
    public void Verify_Difference_TellsPlaceInputAndWindows()
    {
        DecisionDifference first = VerifiedFile.Verify(Part("guest-s1-haltpoll"), new HaltPollFactory(), ("grow-start", "10us")).First[0];

        Assert.That((first.Vcpu, first.RecordedBeforeNs, first.PredictedBeforeNs), Is.EqualTo((1, 0, 0)));
        Assert.That((first.Exit.HaltNs, first.RecordedAfterNs, first.PredictedAfterNs), Is.EqualTo((96_790, 50_000, 10_000)));
    }

    [TestCase("guest-s1-haltpoll")]
    [TestCase("kvm-ks1")]
    public void Verify_RuleOfTheOtherPlace_Disagrees(string name)
    {
        IPredictorFactory other = VerifiedFile.RuleOf(name) is HaltPollFactory ? new KvmHaltPollFactory() : new HaltPollFactory();

        Assert.That(VerifiedFile.Verify(Part(name), other).Agrees, Is.False);
    }

    [Test]
    public void Verify_WindowNeverTheKernels_ComparesNothingAndDisagrees()
    {
        VerificationResult result = VerifiedFile.Verify(Part("kvm-ks1"), new FixedWindowFactory(), ("window", "33us"));

        Assert.That((result.Decisions, result.Agrees), Is.EqualTo((0, false)));
        Assert.That(result.Notes.Single(), Does.Contain($"{result.NotCompared} decisions were not compared"));
    }

    [Test]
    public void Verify_OtherGovernor_SaysThatThereIsNoDecision()
    {
        VerificationResult result = VerifiedFile.Verify(Part("guest-s8-menu"), new HaltPollFactory());

        Assert.That((result.Decisions, result.Agrees), Is.EqualTo((0, false)));
        Assert.That(result.Notes.Single(), Does.StartWith("The recording holds no poll decision."));
    }

    [Test]
    public void Verify_CapOfZero_SaysThatNoChangeWasRecorded() =>
        Assert.That(VerifiedFile.Verify(Part("kvm-ks2"), new KvmHaltPollFactory()).Notes.Single(), Does.Contain("no kvm_halt_poll_ns event"));

    private static string Part(string name) =>
        Path.Combine(TestContext.CurrentContext.TestDirectory, "Verification", "Recordings", name + "-part.txt.zst");
}
