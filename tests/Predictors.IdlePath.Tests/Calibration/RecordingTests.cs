using Predictors.Traces;

namespace Predictors.IdlePath.Tests;

/// <summary>
/// What the bundled recordings tell of their machine, against what was measured on it apart from them: medians of wake-ups of a halted vCPU
/// moved by a third within half an hour there, so that is the bar.
/// </summary>
public sealed class RecordingTests
{
    private const double Bar = 0.34;

    private static readonly Lazy<CalibrationResult> s_tcpRr = new(() => Calibrate("tcp-rr-pinned.txt.gz"));

    [Test]
    public void TcpRr_IpiSend_IsMostOfTheWakersCall() =>
        Assert.That(Fitted("ipiSend").At(0.5)!.Ns, Is.EqualTo(8_500).Within(Bar * 8_500), "the waker's call took 8 to 9 us");

    [Test]
    public void TcpRr_HaltedWakeUp_IsAsMeasured()
    {
        MeasuredTimes handler = Measured("ipi-to-handler").MaxBy(m => m.Count)!;
        MeasuredTimes run = Measured("arrival-to-run").MaxBy(m => m.Count)!;

        Assert.That(handler.At(0.5)!.Ns, Is.EqualTo(24_000).Within(Bar * 24_000), "from the IPI to its handler, while recording");
        Assert.That(run.At(0.5)!.Ns, Is.EqualTo(42_000).Within(Bar * 42_000), "from the waking to the task, while recording");
    }

    [Test]
    public void TcpRr_Tick_CostsWhatWasMeasuredAroundIt()
    {
        long stopNs = Measured("tick-stop-to-halt").Single().At(0.5)!.Ns;
        long stoppedNs = Measured("handler-to-run-tick-stopped").Single().At(0.5)!.Ns;
        long runningNs = Measured("handler-to-run-tick-running").Single().At(0.5)!.Ns;

        Assert.That(stopNs, Is.InRange(5_000, 6_000), "5 to 6 us on the way in");
        Assert.That(stoppedNs - runningNs, Is.EqualTo(10_000).Within(Bar * 10_000), "about 10 us on the way out");
        Assert.That(s_tcpRr.Value.TickPeriodNs, Is.EqualTo(4_000_000));
    }

    [Test]
    public void TcpRr_CaughtOnTheWayIntoTheHalt_IsFasterThanHalted()
    {
        MeasuredTimes caught = Measured("store-to-run-tick-stopped").Single();

        Assert.That(caught.At(0.5)!.Ns, Is.InRange(3_000, 18_000), "3 to 18 us, by trace");
        Assert.That(caught.At(0.5)!.Ns, Is.LessThan(Measured("arrival-to-run").Min(m => m.At(0.5)!.Ns)));
    }

    [Test]
    public void Memcached_HostWake_GrowsWithTheTimeAsleep()
    {
        CalibrationResult result = Calibrate("memcached-open-3000-hrtimers.txt.zst");
        IReadOnlyList<MeasuredTimes> rows = result.Fitted.Single(f => f.Cost == "hostWake").Times;

        long at100UsNs = rows.Single(r => r.AsleepFromNs == 100_000).At(0.5)!.Ns;
        long at1MsNs = rows.Single(r => r.AsleepFromNs == 1_000_000).At(0.5)!.Ns;
        Assert.That(at1MsNs - at100UsNs, Is.GreaterThan(4_000), "a halt cost 4 us more after 1 ms than after 100 us");
        Assert.That(result.FromBase.Select(b => b.Cost), Does.Contain("ipiSend"), "it was recorded without ipi_send_cpu");
    }

    [Test]
    public void Packed_SegmentsAlone_TellOnlyTheHostsWake()
    {
        CalibrationResult result = Calibrate("redis-50-clients.wake");

        Assert.That(result.Traces.Single().HasEvents, Is.False);
        Assert.That(result.Fitted.Select(f => f.Cost), Is.EqualTo(["hostWake"]));
        Assert.That(result.Notes, Has.Some.Contains("segments alone"));
    }

    // The built-in profile was made by 'predictors calibrate traces': whoever changes the importer makes it anew.
    [Test]
    public void BundledTraces_GiveTheBuiltInProfile()
    {
        var calibration = new Calibration(MachineProfiles.Get(MachineProfiles.DefaultName));
        foreach (string trace in TraceSet.Expand([RepositoryFile.At("traces")]))
        {
            IKernelEventObserver observer = calibration.Observe();
            using ITraceReader reader = TraceFile.Open(trace, new TraceFileOptions(), observer);
            calibration.Add(reader, observer);
        }

        MachineProfile made = calibration.Fit("kvm-2vcpu-2026", seed: 1).Profile;
        MachineProfile shipped = MachineProfiles.Get("kvm-2vcpu-2026");
        Assert.Multiple(() =>
        {
            foreach (string cost in ProfileFile.Costs)
            {
                foreach (long asleepNs in (long[])[0, 60_000, 600_000, 6_000_000])
                {
                    Assert.That(TypicalNs(made, cost, asleepNs), Is.EqualTo(TypicalNs(shipped, cost, asleepNs)).Within(5).Percent, $"{cost} after {asleepNs} ns");
                }
            }

            Assert.That(made.TickPeriod, Is.EqualTo(shipped.TickPeriod));
        });
    }

    [Test]
    public void Host_Recording_IsRefused() => Assert.That(
        () => Calibrate("../tests/Predictors.IdlePath.Tests/Verification/Recordings/kvm-ks1-part.txt.zst"),
        Throws.InstanceOf<TraceFormatException>().With.Message.Contains("recording of a KVM host"));

    [Test]
    public void Profile_Written_ReadsTheSame()
    {
        string file = Path.GetTempFileName();
        try
        {
            using (FileStream stream = File.Create(file))
            {
                MachineProfiles.Write(s_tcpRr.Value.Profile, stream);
            }

            using var again = new MemoryStream();
            MachineProfiles.Write(MachineProfiles.Get(file), again);
            Assert.That(again.ToArray(), Is.EqualTo(File.ReadAllBytes(file)));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static long TypicalNs(MachineProfile profile, string cost, long asleepNs) =>
        new CostCurve(ProfileFile.CostOf(profile, cost)).At(share: 0.5, asleepNs);

    private static CalibrationResult Calibrate(string trace)
    {
        var calibration = new Calibration(MachineProfiles.Get(MachineProfiles.DefaultName));
        IKernelEventObserver observer = calibration.Observe();
        using ITraceReader reader = TraceFile.Open(RepositoryFile.At(Path.Combine("traces", trace)), new TraceFileOptions(), observer);
        calibration.Add(reader, observer);
        return calibration.Fit("of-a-recording", seed: 1);
    }

    private static IEnumerable<MeasuredTimes> Measured(string name) => s_tcpRr.Value.Measured.Where(m => m.Name == name);

    private static MeasuredTimes Fitted(string cost) => s_tcpRr.Value.Fitted.Single(f => f.Cost == cost).Times.Single();
}
