using System.Reflection;
using Predictors.Abstractions;
using Predictors.IdlePath;
using Predictors.IdlePath.Tests;
using Predictors.Plugins.Tests.OnlineTable;

namespace Predictors.Plugins.Tests.AllPlugins;

/// <summary>A plugin that tries to reach past its inputs finds nothing there.</summary>
public class ReachingTests
{
    private static readonly IdlePathCosts s_costs = new(MachineProfiles.Get("skylake-sp"));

    // Whatever hangs on a static field is in any plugin's reach: no chunk, reader or replay may.
    [Test]
    public void StaticFields_DuringAReplay_LeadToNoTrace()
    {
        var found = new List<string>();
        var factory = new ScriptedFactory(_ => new LookingAround(found));
        MadeUpTrace.Of([1_000, 2_000, 3_000]).Replay(factory.Bind(), new ReplaySettings { Costs = s_costs });

        Assert.That(found, Is.Not.Empty, "it looked");
        Assert.That(found.Where(f => f != "looked"), Is.Empty);
    }

    [Test]
    public void Conditions_OfTwoTraces_AreTheSame()
    {
        RunConditions one = Told(MadeUpTrace.Of([1_000, 2_000]));
        RunConditions other = Told(MadeUpTrace.Of([77_000]));

        Assert.That(Text(one), Is.EqualTo(Text(other)));
    }

    // All vCPUs and predictors are given the same ones: what one could change, another would see.
    [Test]
    public void Conditions_CastToWhatTheyMayBe_CannotBeChanged()
    {
        MachineCosts machine = Told(MadeUpTrace.Of([1_000])).Machine;

        Assert.That(machine.Caught, Is.Not.InstanceOf<WakeUpCost[]>().And.Not.InstanceOf<List<WakeUpCost>>());
        Assert.That(machine.Sleeps, Is.Not.InstanceOf<SleepCost[]>().And.Not.InstanceOf<List<SleepCost>>());
        Assert.That(machine.Sleeps[0].ByCause, Is.Not.InstanceOf<WakeUpCost[]>().And.Not.InstanceOf<List<WakeUpCost>>());
    }

    // Beside the entry that it is given lies the stack of the replay.
    [Test]
    public void MemoryBesideTheEntry_DuringAReplay_HoldsNothingOfTheEndOfTheIdlePeriod([Values] bool observed)
    {
        // Lengths that nothing else has, the busy periods in between included.
        long[] idleNs = [.. Enumerable.Range(0, 50).Select(i => 7_000_000_019 + (i * 1_000_003L))];
        var trace = MadeUpTrace.Of(idleNs, busyNs: 3_000_000_011);
        IdlePeriod[] periods = [.. trace.Vcpus[0]];
        var factory = new PeekingFactory([.. periods.Select(p => new[] { p.ArrivalNs, p.ExitNs, p.ArrivalNs - p.EntryNs })]);

        trace.Replay(
            new BoundPredictor(factory, ParameterValues.Parse(factory.Description)),
            new ReplaySettings { Costs = s_costs },
            observer: observed ? new DecisionLog(TextWriter.Null) : null);

        Assert.That(factory.Looked, Is.EqualTo(periods.Length));
        Assert.That(factory.Found, Is.Zero);
    }

    // Wake-ups from outside stay where they were recorded: their instants are the same in a closed loop.
    [Test]
    public void MemoryBesideTheEntry_InAClosedLoop_HoldsNothingOfTheEndOfTheIdlePeriod()
    {
        long[] idleNs = [.. Enumerable.Range(0, 50).Select(i => 7_000_000_019 + (i * 1_000_003L))];
        var trace = MadeUpTrace.Of(idleNs, busyNs: 3_000_000_011);
        var factory = new PeekingFactory([.. trace.Vcpus[0].Select(p => new[] { p.ArrivalNs, p.ArrivalNs - p.EntryNs })]);

        ClosedLoopReplay.Create(
            trace.Graph(s_costs),
            new BoundPredictor(factory, ParameterValues.Parse(factory.Description)),
            new ReplaySettings { Costs = s_costs }).Run();

        Assert.That(factory.EndsNs.Zip(trace.Vcpus[0], (end, p) => end - p.ArrivalNs), Is.All.InRange(1, 200_000), "the instants are those that it looked for");
        Assert.That(factory.Looked, Is.EqualTo(idleNs.Length));
        Assert.That(factory.Found, Is.Zero);
    }

    private static RunConditions Told(MadeUpTrace trace)
    {
        var factory = new ListeningFactory();
        trace.Replay(new BoundPredictor(factory, ParameterValues.Parse(factory.Description)), new ReplaySettings { Costs = s_costs });
        return factory.Told!;
    }

    private static string Text(RunConditions conditions) => System.Text.Json.JsonSerializer.Serialize(conditions);

    /// <summary>A list of windows that looks around when it is asked for one: within <c>PredictPollNs</c>.</summary>
    private sealed class LookingAround(List<string> found) : IReadOnlyList<long>
    {
        public int Count => 3;

        public long this[int index]
        {
            get
            {
                found.Add("looked");
                IEnumerable<FieldInfo> fields = AppDomain.CurrentDomain.GetAssemblies()
                    .Where(a => a.GetName().Name is "Predictors.IdlePath" or "Predictors.Traces" or "Predictors.Abstractions" or "Predictors.Ranking")
                    .SelectMany(a => a.GetTypes())
                    .Where(t => !t.ContainsGenericParameters)
                    .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
                    .Where(f => !f.IsLiteral);
                found.AddRange(fields.Where(f => HoldsTrace(f.GetValue(null), depth: 3)).Select(f => $"{f.DeclaringType}.{f.Name}"));
                return 0;
            }
        }

        public IEnumerator<long> GetEnumerator() => Enumerable.Repeat(0L, Count).GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();

        private static bool HoldsTrace(object? value, int depth)
        {
            if (value is null or string || value.GetType().IsPrimitive)
            {
                return false;
            }

            if (value is Traces.SegmentChunk or Traces.ITraceReader or Replay)
            {
                return true;
            }

            return depth > 0 && value.GetType().Namespace?.StartsWith("Predictors", StringComparison.Ordinal) == true
                && value.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Any(f => HoldsTrace(f.GetValue(value), depth - 1));
        }
    }
}
