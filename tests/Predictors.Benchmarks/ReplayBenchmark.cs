using Predictors.Abstractions;
using Predictors.IdlePath;
using Predictors.Plugins.Fixed;
using Predictors.Plugins.HaltPoll;
using Predictors.Plugins.KvmHaltPoll;
using Predictors.Traces;

namespace Predictors.Benchmarks;

/// <summary>The replay loop against the same loop in C.</summary>
internal static class ReplayBenchmark
{
    public static void Run(int periods, int rounds)
    {
        Console.WriteLine($"Replay of {periods} idle periods from memory (two exponential regimes, seed 1), {rounds} interleaved rounds, medians");
        (long IdleNs, long BusyNs)[] records = TwoRegimes.Records(periods, 1);
        SegmentChunk chunk = TwoRegimes.ToChunk(records);
        MachineProfile profile = MachineProfiles.Get(MachineProfiles.DefaultName);
        BoundPredictor kvm = Bind(new KvmHaltPollFactory());
        using CLane? c = CLane.TryCompile();
        var lanes = new List<Lane>
        {
            new("C's rule and accounting", () => EngineLanes.SameAccounting(chunk)),
            new("haltpoll, all accounts and histogram", () => EngineLanes.FullPath(chunk, Bind(new HaltPollFactory()), kvm, profile)),
            new("halt, all accounts, host kvm-halt-poll", () => EngineLanes.FullPath(chunk, Bind(new HaltFactory()), kvm, profile)),
            new("halt, all accounts, host polling off", () => EngineLanes.FullPath(chunk, Bind(new HaltFactory()), null, profile)),
            new("idle-poll, all accounts", () => EngineLanes.FullPath(chunk, Bind(new IdlePollFactory()), null, profile)),
        };
        if (c is null)
        {
            Console.WriteLine("There is no gcc: the ratios are to the first lane of the engine, not to C.");
        }
        else
        {
            CLane.Totals totals = c.Run(records);
            Console.WriteLine($"C:      hits {totals.Hits} halts {totals.Halts} poll_ns {totals.PollNs}");
            lanes.Insert(0, new Lane("C, gcc -O3 -march=native", () => c.Run(records)));
        }

        ConstantHaltPath path = EngineLanes.SameAccounting(chunk);
        Console.WriteLine($"engine: hits {path.Hits} halts {path.Halts} poll_ns {path.PollNs}");
        Interleaved.Measure(lanes, rounds, periods, "period");
    }

    private static BoundPredictor Bind(IPredictorFactory factory) => new(factory, ParameterValues.Parse(factory.Description));
}
