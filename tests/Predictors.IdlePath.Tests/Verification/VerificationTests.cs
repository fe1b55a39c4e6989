using Predictors.Abstractions;
using Predictors.Plugins.HaltPoll;
using Predictors.Plugins.KvmHaltPoll;
using Predictors.Traces;
using Predictors.Traces.Tests;

namespace Predictors.IdlePath.Tests;

public class VerificationTests
{
    [Test]
    public void GuestRecording_BeginsMidway_ComparesFromTheFirstEqualWindow()
    {
        EventList events = new EventList()
            .Reflect(1, 150_000, 100_000).GuestWindow(200_000, 100_000)
            .Reflect(1, 900_000, 200_000).GuestWindow(100_000, 200_000)
            .Reflect(1, 900_000, 100_000).GuestWindow(50_000, 100_000)
            .Reflect(1, 900_000, 50_000).GuestWindow(0, 50_000)
            .Reflect(1, 60_000, 0).GuestWindow(50_000, 0);
        VerificationResult result = Run(events, new HaltPollFactory());

        Assert.That((result.Decisions, result.Equal, result.NotCompared), Is.EqualTo((1, 1, 4)));
        Assert.That(result.Notes.Single(), Does.StartWith("4 decisions were not compared"));
    }

    // The window is 200 us before the recording begins: halts below it change nothing, which a window of 0 would not do.
    [Test]
    public void HostRecording_BeginsMidway_ForgetsWhatWasCompared()
    {
        EventList events = new EventList().Wakeup(20_000, slept: false).Wakeup(30_000, slept: false);
        foreach (long window in (long[])[200_000, 100_000, 50_000, 25_000, 12_500])
        {
            events.HostWindow(window == 12_500 ? 0 : window / 2, window).Wakeup(900_000);
        }

        VerificationResult result = Run(events.HostWindow(10_000, 0).Wakeup(20_000), new KvmHaltPollFactory());

        Assert.That((result.Decisions, result.Equal, result.NotCompared), Is.EqualTo((1, 1, 7)), VerifiedFile.Describe(result));
    }

    // Here the predictor grows to the same cap, of which the recording knows nothing.
    [Test]
    public void HostRecording_BeginsMidwayAtTheCap_ForgetsDifferences()
    {
        var events = new EventList();
        for (int i = 0; i < 7; i++)
        {
            events.Wakeup(190_000, slept: false);
        }

        VerificationResult result = Run(events.HostWindow(100_000, 200_000).Wakeup(900_000), new KvmHaltPollFactory());

        Assert.That((result.Equal, result.Different, result.NotCompared, result.First.Count), Is.EqualTo((1, 0, 7, 0)), VerifiedFile.Describe(result));
    }

    [Test]
    public void HostRecording_FirstDecisionFitsTheInitialWindow_CountsWhatCameBefore()
    {
        EventList events = new EventList().Wakeup(900_000).Wakeup(800_000).HostWindow(10_000, 0).Wakeup(20_000);

        Assert.That(Run(events, new KvmHaltPollFactory()).Equal, Is.EqualTo(3));
    }

    [Test]
    public void LostEvents_AfterThem_WaitsForAnEqualWindow()
    {
        EventList events = new EventList()
            .Reflect(1, 60_000, 0).GuestWindow(50_000, 0)
            .Add(KernelEventKind.LostEvents, 7)
            .Reflect(1, 150_000, 100_000).GuestWindow(200_000, 100_000)
            .Reflect(1, 150_000, 200_000)
            .Reflect(1, 900_000, 200_000).GuestWindow(100_000, 200_000);
        VerificationResult result = Run(events, new HaltPollFactory());

        Assert.That((result.Equal, result.Different, result.NotCompared), Is.EqualTo((2, 0, 2)), VerifiedFile.Describe(result));
    }

    [Test]
    public void ApproximateInput_OneMisjudged_IsOneDifference()
    {
        // 201 us between the events, 199 us for the kernel.
        EventList events = new EventList()
            .Idle(1, 60_000).GuestWindow(50_000, 0)
            .Idle(1, 201_000).GuestWindow(100_000, 50_000)
            .Idle(1, 150_000).GuestWindow(200_000, 100_000)
            .Idle(1, 900_000).GuestWindow(100_000, 200_000)
            .Idle(1, 900_000).GuestWindow(50_000, 100_000)
            .Idle(1, 900_000).GuestWindow(0, 50_000)
            .Idle(1, 60_000).GuestWindow(50_000, 0);
        VerificationResult result = Run(events, new HaltPollFactory());

        Assert.That((result.Equal, result.Different, result.NotCompared), Is.EqualTo((2, 1, 4)), VerifiedFile.Describe(result));
        Assert.That(result.Notes[0], Does.Contain("between cpu_idle events"));
    }

    [Test]
    public void PollingSwitchedOff_WholeRecording_AgreesWithoutADecision()
    {
        VerificationResult result = Run(new EventList().PollControl(0).Wakeup(20_000).Wakeup(30_000), new KvmHaltPollFactory());

        Assert.That((result.Decisions, result.WithoutDecision, result.Agrees), Is.EqualTo((0, 2, true)));
        Assert.That(result.Notes.Single(), Does.StartWith("After 2 halts the kernel decided nothing"));
    }

    [Test]
    public void GuestAndHostDecisions_InOneRecording_TakesTheFirstAndSaysSo()
    {
        EventList events = new EventList().HostWindow(10_000, 0).Wakeup(20_000).Reflect(1, 60_000, 0).GuestWindow(50_000, 0);
        VerificationResult result = Run(events, new KvmHaltPollFactory());

        Assert.That(result.Equal, Is.EqualTo(1));
        Assert.That(result.Notes.Single(), Does.StartWith("1 decisions of the guest's rule were left out"));
    }

    [Test]
    public void InvalidWakeUps_AreLeftOutAndCounted()
    {
        EventList events = new EventList()
            .HostWindow(10_000, 0).Wakeup(20_000).HostWindow(0, 10_000).Wakeup(15_000, valid: false).HostWindow(10_000, 0).Wakeup(20_000);
        VerificationResult result = Run(events, new KvmHaltPollFactory());

        Assert.That((result.Equal, result.Different, result.NotCompared), Is.EqualTo((1, 0, 1)));
        Assert.That(result.Notes, Has.Some.StartsWith("1 wake-ups that KVM held invalid"));
    }

    [Test]
    public void LastDecision_OfAPredictorWithoutTracedWindow_IsCompared()
    {
        VerificationResult result = Run(new EventList().Reflect(1, 60_000, 0).GuestWindow(40_000, 0), new HaltPollFactory());

        Assert.That((result.Different, result.First.Single().PredictedAfterNs), Is.EqualTo((1, 50_000)));
    }

    private static VerificationResult Run(EventList events, IPredictorFactory factory) =>
        Verification.Run(events, factory, ParameterValues.Parse(factory.Description));
}
