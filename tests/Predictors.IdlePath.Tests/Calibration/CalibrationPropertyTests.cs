using CsCheck;

namespace Predictors.IdlePath.Tests;

/// <summary>What a machine of known costs recorded tells these costs.</summary>
public sealed class CalibrationPropertyTests
{
    private const int Wakes = 400;

    private static readonly Gen<KnownMachine> s_constantCosts = Gen.Select(
        Gen.Long[100, 12_000], Gen.Long[100, 12_000], Gen.Long[100, 8_000], Gen.Long[50, 5_000], Gen.Long[1_000, 120_000].Array[4],
        (write, ipi, inject, store, wakes) => new KnownMachine(
            write, ipi, inject, store, (asleepNs, _) => wakes[KnownMachine.AsleepNs.ToList().IndexOf(asleepNs)]));

    [Test]
    public void Fit_ConstantCosts_FindsEachExactly() => s_constantCosts.Sample(machine =>
    {
        CalibrationResult result = machine.Calibrate(Wakes);

        Assert.Multiple(() =>
        {
            Assert.That(MedianOf(result, "timerWriteExit"), Is.EqualTo(machine.TimerWriteNs));
            Assert.That(MedianOf(result, "ipiSend"), Is.EqualTo(machine.IpiSendNs));
            Assert.That(MedianOf(result, "inject"), Is.EqualTo(machine.InjectNs));
            Assert.That(MedianOf(result, "storeWake"), Is.EqualTo(machine.StoreWakeNs));
            Assert.That(
                result.Fitted.Single(f => f.Cost == "hostWake").Times.Select(t => t.At(0.5)!.Ns),
                Is.EqualTo(KnownMachine.AsleepNs.Select(asleepNs => machine.HostWakeNs(asleepNs, 0))));
        });
    }, iter: 40);

    // A 95 % interval misses one time in twenty. Of 60 draws, 50 or fewer hits have a probability below one in a thousand.
    [Test]
    public void Fit_CostsThatVary_AreWithinTheirIntervalAsOftenAsItClaims()
    {
        int hits = 0;
        for (ulong draw = 0; draw < 60; draw++)
        {
            CalibrationResult result = Varying(draw).Calibrate(Wakes, draw);
            MeasuredQuantile median = result.Fitted.Single(f => f.Cost == "hostWake").Times[1].At(0.5)!;
            hits += median.LowNs <= 30_000 && 30_000 <= median.HighNs ? 1 : 0;
        }

        Assert.That(hits, Is.InRange(51, 60));
    }

    [Test]
    public void Fit_SameSeed_GivesTheSame() =>
        Assert.That(Text(Varying(7).Calibrate(Wakes, 3)), Is.EqualTo(Text(Varying(7).Calibrate(Wakes, 3))));

    [Test]
    public void Fit_OtherSeed_MovesIntervalsAlone()
    {
        CalibrationResult one = Varying(7).Calibrate(Wakes, 3);
        CalibrationResult other = Varying(7).Calibrate(Wakes, 4);

        Assert.That(Text(one), Is.Not.EqualTo(Text(other)));
        Assert.That(one.Fitted.SelectMany(f => f.Times).Select(t => t.At(0.5)!.Ns), Is.EqualTo(other.Fitted.SelectMany(f => f.Times).Select(t => t.At(0.5)!.Ns)));
    }

    /// <summary>A machine whose host wakes in 10 to 50 us, 30 us in the median.</summary>
    private static KnownMachine Varying(ulong seed)
    {
        var random = new SplitMix64(seed);
        long[] drawnNs = [.. Enumerable.Range(0, Wakes).Select(_ => 10_000L + random.NextBelow(40_001))];
        return new KnownMachine(1_100, 1_700, 400, 100, (_, wake) => drawnNs[wake]);
    }

    private static long MedianOf(CalibrationResult result, string cost) => result.Fitted.Single(f => f.Cost == cost).Times.Single().At(0.5)!.Ns;

    private static string Text(CalibrationResult result) =>
        string.Join('\n', result.Fitted.SelectMany(f => f.Times.SelectMany(t => t.Quantiles.Select(q => $"{f.Cost} {t.AsleepFromNs} {q}"))));
}
