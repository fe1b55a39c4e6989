using System.Globalization;
using CsCheck;
using Predictors.Abstractions;
using Predictors.Plugins.HaltPoll;
using Predictors.Plugins.KvmHaltPoll;
using Predictors.Traces.Tests;

namespace Predictors.IdlePath.Tests;

public class AnyKernelTests
{
    // Small and huge windows, the bounds of 32 bits, and 0: the corner cases of both rules.
    private static readonly Gen<uint> s_window = Gen.OneOf(
        Gen.Const(0u), Gen.UInt[1, 3_000], Gen.UInt[10_000, 600_000], Gen.UInt[2_000_000_000, 4_294_967_295], Gen.Const(50_000u), Gen.Const(200_000u));

    private static readonly Gen<uint> s_factor = Gen.OneOf(Gen.UInt[0, 5], Gen.UInt[30_000, 100_000]);

    private static readonly Gen<long> s_length = Gen.OneOf(
        Gen.Long[1, 4_000], Gen.Long[5_000, 900_000], Gen.Long[1_000_000, 6_000_000_000], Gen.Const(50_000L), Gen.Const(100_000L), Gen.Const(200_000L), Gen.Const(200_001L));

    [Test]
    public void Verify_GuestOfAnyParameters_EveryDecisionIsEqual() =>
        Gen.Select(Gen.Select(s_window, s_factor, s_window, s_factor), Gen.Bool, Gen.Bool, Gen.Select(Gen.Int[0, 2], s_length).Array[1, 120]).Sample(
            (parameters, allowShrink, resets, idles) =>
            {
                (uint max, uint grow, uint start, uint shrink) = parameters;
                var events = new EventList();
                GuestKernel[] cpus = [.. Enumerable.Range(0, 3).Select(cpu => new GuestKernel(events, cpu)
                {
                    Max = max, Grow = grow, GrowStart = start, Shrink = shrink, AllowShrink = allowShrink, ShrinkResets = resets,
                })];
                Array.ForEach(idles, idle => cpus[idle.Item1].Idle(idle.Item2));
                Set(events, "guest_halt_poll", max, grow, start, shrink);
                events.Settings["guest_halt_poll_allow_shrink"] = allowShrink ? "Y" : "N";
                events.Settings["kernel"] = resets ? "6.12.117+deb12-cloud-amd64" : "6.1.0-13-amd64";

                AssertAgrees(events, new HaltPollFactory());
            },
            iter: 3_000);

    [Test]
    public void Verify_HostOfAnyParameters_EveryDecisionIsEqual() =>
        Gen.Select(Gen.Select(s_window, s_factor, s_window, s_factor), Gen.Int[0, 9].Array[1, 120], s_length.Array[120]).Sample(
            (parameters, choices, lengths) =>
            {
                (uint max, uint grow, uint start, uint shrink) = parameters;
                var events = new EventList();
                HostKernel[] threads = [.. Enumerable.Range(0, 2).Select(i => new HostKernel(events, pid: 100 + i)
                {
                    Max = max, Grow = grow, GrowStart = start, Shrink = shrink,
                })];
                for (int i = 0; i < choices.Length; i++)
                {
                    HostKernel thread = threads[choices[i] % 2];
                    if (choices[i] >= 8)
                    {
                        thread.SetPolling(off: lengths[i] % 2 == 0);
                    }

                    thread.Halt(lengths[i]);
                }

                Set(events, "halt_poll_ns", max, grow, start, shrink);
                events.Settings["halt_poll_ns"] = "123";
                events.Settings["cap_halt_poll"] = Text(max);

                AssertAgrees(events, new KvmHaltPollFactory());
            },
            iter: 3_000);

    private static void Set(EventList events, string prefix, uint max, uint grow, uint start, uint shrink)
    {
        events.Settings[prefix + "_ns"] = Text(max);
        events.Settings[prefix + "_grow"] = Text(grow);
        events.Settings[prefix + "_grow_start"] = Text(start);
        events.Settings[prefix + "_shrink"] = Text(shrink);
    }

    private static string Text(uint value) => value.ToString(CultureInfo.InvariantCulture);

    private static void AssertAgrees(EventList events, IPredictorFactory factory)
    {
        ParameterValues values = ParameterValues.Parse(factory.Description, RecordedParameters.From(events.Settings, factory.Description));
        VerificationResult result = Verification.Run(events, factory, values);

        Assert.That((result.Different, result.NotCompared), Is.EqualTo((0, 0)), VerifiedFile.Describe(result));
    }
}
