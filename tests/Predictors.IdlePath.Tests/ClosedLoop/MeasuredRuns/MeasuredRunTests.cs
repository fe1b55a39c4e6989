using Predictors.Abstractions;
using Predictors.Traces;

namespace Predictors.IdlePath.Tests;

/// <summary>
/// Halting against polling as measured on the machine of the recordings, predicted from a recording of the halting run alone.
/// </summary>
/// <remarks>
/// The costs are what <c>calibrate</c> fits to that recording. The experiment polled in a task of the lowest priority: no halt, no stopped tick, but
/// every wake-up still took an IPI. The measured runs were not traced, the recordings were: the recorded time per transaction lies within the
/// spread of the measured ones, so nothing is taken off for it.
/// </remarks>
public sealed class MeasuredRunTests
{
    // Untraced medians and their spread over six repetitions.
    private const double HaltedPerSecond = 12_527;
    private const double PolledPerSecond = 25_200;
    private const double HaltedP50Ns = 78_400;
    private const double PolledP50Ns = 38_300;
    private const double PolledTimerP50Ns = 12_000;

    [Test]
    public void TcpRr_Halting_IsReproduced()
    {
        ClosedLoopResult halted = TcpRr(polls: false);

        TestContext.Out.WriteLine($"halting: {halted.RoundTripsPerSecond:F0}/s, p50 {halted.RoundTrips.PercentileNs(0.5) / 1e3:F1} us");
        Assert.That(halted.RoundTripsPerSecond, Is.EqualTo(HaltedPerSecond).Within(15).Percent);
        Assert.That(halted.RoundTrips.PercentileNs(0.5), Is.EqualTo(HaltedP50Ns).Within(15).Percent);
    }

    [Test]
    public void TcpRr_Polling_IsPredictedFromTheHaltingRun()
    {
        ClosedLoopResult polled = TcpRr(polls: true);

        TestContext.Out.WriteLine($"polling: {polled.RoundTripsPerSecond:F0}/s, p50 {polled.RoundTrips.PercentileNs(0.5) / 1e3:F1} us");
        Assert.That(polled.RoundTripsPerSecond, Is.EqualTo(PolledPerSecond).Within(15).Percent);
        Assert.That(polled.RoundTrips.PercentileNs(0.5), Is.EqualTo(PolledP50Ns).Within(15).Percent);
    }

    [Test]
    public void Cyclictest_PolledTimerLatency_IsPredictedFromTheHaltingRun()
    {
        MachineProfile profile = Calibrated(SharedRecordings.Find("traces-raw", "cyclictest-1000us-tsc.txt.gz").Single(), clockHz: 2_299_998_000);
        ReplayResult result = Run("traces/cyclictest-1000us-tsc.wake", profile, polls: true);

        TestContext.Out.WriteLine($"polling: p50 {result.Latency.PercentileNs(0.5) / 1e3:F1} us");
        Assert.That(result.Latency.PercentileNs(0.5), Is.EqualTo(PolledTimerP50Ns).Within(25).Percent);
    }

    private static ClosedLoopResult TcpRr(bool polls)
    {
        const string trace = "traces/tcp-rr-pinned.txt.gz";
        return Run(trace, Calibrated(RepositoryFile.At(trace)), polls).ClosedLoop!;
    }

    private static ReplayResult Run(string trace, MachineProfile profile, bool polls)
    {
        using ITraceReader reader = TraceFile.Open(RepositoryFile.At(trace), new TraceFileOptions());
        var held = new ClosedLoopTrace();
        while (reader.Read() is { } chunk)
        {
            held.Feed(chunk);
            reader.Recycle(chunk);
        }

        // What the experiment states of the polled run: a task spun, so wake-ups still took an IPI.
        var costs = new IdlePathCosts(profile, new MachineSetup { IpisToPollers = polls });
        WakeUpGraph graph = WakeUpGraph.Of(held, reader.Inspection, new ClosedLoopSettings { RecordedOn = new IdlePathCosts(profile) });
        BoundPredictor predictor = new ScriptedFactory(polls ? PollWindow.MaxNs : PollWindow.None).Bind();
        return ClosedLoopReplay.Create(graph, predictor, new ReplaySettings { Costs = costs }).Run();
    }

    private static MachineProfile Calibrated(string path, long? clockHz = null)
    {
        var calibration = new Calibration(MachineProfiles.Get(MachineProfiles.DefaultName));
        IKernelEventObserver observer = calibration.Observe();
        using ITraceReader reader = TraceFile.Open(path, new TraceFileOptions { ClockHz = clockHz }, observer);
        calibration.Add(reader, observer);
        return calibration.Fit("halting", seed: 1).Profile;
    }
}
