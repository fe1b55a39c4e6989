using NUnit.Framework.Constraints;
using Predictors.Abstractions;
using Predictors.Traces;

namespace Predictors.IdlePath.Tests;

/// <summary>The tenth idle period of vCPU 1 begins at 1,009 us; all ten of each vCPU last 500 ns.</summary>
public sealed class FaultTests
{
    private const string Place = "vCPU 1, idle period 10, entered at 1009000 ns";
    private const string Bound = "a window is 0 to 86400000000000 ns";

    private static readonly MadeUpTrace s_trace = new(
        [[], [.. Enumerable.Range(0, 20).Select(i => new IdlePeriod(
            1_000_000 + (i * 1_000), 1_000_500 + (i * 1_000), 1_000_500 + (i * 1_000), WakeCause.Timer, SegmentFlags.TaskRan))]],
        0, 2_000_000);

    [TestCase("PredictPollNs", 0, "threw InvalidOperationException in PredictPollNs: no idea; " + Place)]
    [TestCase("Observe", 0, "threw InvalidOperationException in Observe: no idea; " + Place)]
    [TestCase("", -1, "returned a poll window of -1 ns; " + Bound + "; " + Place)]
    [TestCase("", PollWindow.MaxNs + 1, "returned a poll window of 86400000000001 ns; " + Bound + "; " + Place)]
    [TestCase("", long.MinValue, "returned a poll window of -9223372036854775808 ns; " + Bound + "; " + Place)]
    [TestCase("Create", 0, "threw InvalidOperationException while it was made for vCPU 1: no idea")]
    [TestCase("DecisionCostNs", 0, "threw InvalidOperationException in DecisionCostNs: no idea")]
    public void Predictor_ThatFails_IsNamedWithCallAndPlace(string call, long windowNs, string message)
    {
        foreach (int chunk in (int[])[1, 4, 100])
        {
            Assert.That(Guest(call, windowNs, chunk), Fails(message));
            Assert.That(Guest(call, windowNs, chunk, new DecisionLog(TextWriter.Null)), Fails(message));
        }
    }

    [TestCase("PredictPollNs", 0, "the host's rule faulty threw InvalidOperationException in PredictPollNs: no idea; " + Place)]
    [TestCase("Observe", 0, "the host's rule faulty threw InvalidOperationException in Observe: no idea; " + Place)]
    [TestCase("", -1, "the host's rule faulty returned a poll window of -1 ns; " + Bound + "; " + Place)]
    [TestCase("Create", 0, "the host's rule faulty threw InvalidOperationException while it was made for vCPU 1: no idea")]
    public void HostRule_ThatFails_IsNamedWithCallAndPlace(string call, long windowNs, string message)
    {
        var settings = new ReplaySettings
        {
            Costs = new IdlePathCosts(MachineProfiles.Get("free")),
            HostPolling = new FaultyFactory(call, windowNs, goodPeriods: 9).Bind(),
        };

        Assert.That(() => s_trace.Replay(new ScriptedFactory().Bind(), settings, 4), Fails(message));
    }

    [Test]
    public void Fault_OfAPredictorThatThrew_KeepsWhatItThrew() =>
        Assert.That(Guest("Observe", 0, 4), Throws.InnerException.InstanceOf<InvalidOperationException>());

    [Test]
    public void Observer_ThatFails_IsNotThePredictorsFault() => Assert.That(
        () => s_trace.Replay(
            new ScriptedFactory().Bind(), new ReplaySettings { Costs = new IdlePathCosts(MadeUpProfile.Primes) }, observer: new FullDisk()),
        Throws.InstanceOf<ObserverException>().With.InnerException.InstanceOf<IOException>());

    [Test]
    public void Window_AtTheBound_IsAccepted() => Assert.That(Guest("", PollWindow.MaxNs, 4), Throws.Nothing);

    private static Action Guest(string call, long windowNs, int chunk, DecisionLog? log = null) => () => s_trace.Replay(
        new FaultyFactory(call, windowNs, goodPeriods: 9).Bind(), new ReplaySettings { Costs = new IdlePathCosts(MadeUpProfile.Primes) }, chunk, log);

    private sealed class FullDisk : IReplayObserver
    {
        public void Observe(in ReplayedPeriod period) => throw new IOException("No space left.");
    }

    private static EqualStringConstraint Fails(string message) =>
        Throws.InstanceOf<PredictorFaultException>().With.Message.EqualTo(message);
}
