using Predictors.Abstractions;

namespace Predictors.Plugins.Tests.AllPlugins;

/// <summary>Predictors that reckon in integers decide the same on every platform: 64-bit FNV-1a over their windows.</summary>
public class GoldenDecisionTests
{
    private const ulong FnvPrime = 1_099_511_628_211;

    // These reckon with floating-point numbers.
    private static readonly string[] s_floating = ["ml-regression", "ski-rental-randomized"];

    [TestCase("adaptive-asymmetric", "c31567bcba776914")]
    [TestCase("exponential-average", "229a4484aa56f245")]
    [TestCase("fixed-window", "3bdac9e69472ff25")]
    [TestCase("halt", "5d221d5070447725")]
    [TestCase("haltpoll", "3102b210acfadaf7")]
    [TestCase("hazard", "e07ebbeb15240f49")]
    [TestCase("idle-poll", "985d21c5e3af4ee5")]
    [TestCase("kvm-halt-poll", "2cc090c3024e6a0c")]
    [TestCase("ladder", "cbd8e53e62eb0058")]
    [TestCase("learning-augmented", "4a3a56f3b54db205")]
    [TestCase("menu", "21be5cd0c80c31de")]
    [TestCase("moving-average", "7184a43cfd81843e")]
    [TestCase("online-table", "44f0006b608eee66")]
    [TestCase("smart-idle-poll", "2e193d4c44975b8e")]
    [TestCase("teo", "67d73f9018bbf9d2")]
    public void Windows_IntegerLoad_HaveTheHash(string name, string hash)
    {
        long[] windows = ShippedPlugins.Run(name).Windows(IntegerLoad(20_000))[0];

        Assert.That(Hash(windows), Is.EqualTo(hash));
    }

    [Test]
    public void Predictors_OfAllPlugins_HaveAHashOrAreKnownToReckonInFloatingPoint()
    {
        IEnumerable<string> hashed = typeof(GoldenDecisionTests).GetMethod(nameof(Windows_IntegerLoad_HaveTheHash))!
            .GetCustomAttributes(typeof(TestCaseAttribute), inherit: false).Select(a => (string)((TestCaseAttribute)a).Arguments[0]!);

        Assert.That(hashed.Concat(s_floating), Is.EquivalentTo(ShippedPlugins.Names));
    }

    /// <summary>Idle lengths, busy lengths, timers and causes from a generator that is the same everywhere.</summary>
    private static Period[] IntegerLoad(int count)
    {
        var periods = new Period[count];
        ulong state = 1;
        for (int i = 0; i < count; i++)
        {
            long idleNs = Next(ref state, 1 << (10 + ((i / 50 % 4) * 3))) + 200;
            long timerNs = Next(ref state, 3) == 0 ? idleNs + Next(ref state, 1 << 22) : -1;
            periods[i] = new Period(idleNs, Next(ref state, 1 << 17), timerNs, (WakeCause)Next(ref state, 6));
        }

        return periods;
    }

    private static long Next(ref ulong state, int bound)
    {
        state = (state * 6_364_136_223_846_793_005) + 1_442_695_040_888_963_407;
        return (long)((state >> 33) % (ulong)bound);
    }

    private static string Hash(long[] windows)
    {
        ulong hash = 14_695_981_039_346_656_037;
        foreach (long window in windows)
        {
            for (int shift = 0; shift < 64; shift += 8)
            {
                hash = (hash ^ (byte)(window >> shift)) * FnvPrime;
            }
        }

        return hash.ToString("x16", System.Globalization.CultureInfo.InvariantCulture);
    }
}
