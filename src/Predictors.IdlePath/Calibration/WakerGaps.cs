using Predictors.Traces;
using static Predictors.Traces.KernelEventKind;

namespace Predictors.IdlePath;

/// <summary>
/// What an IPI costs its sender: how much longer a task takes from waking another CPU to its own next switch where it sends an IPI than where
/// a store did, tasks that do both compared with themselves.
/// </summary>
/// <param name="found">Where the differences go.</param>
internal sealed class WakerGaps(SampleList found)
{
    private const int MostTasks = 4096;
    private const int FewestStores = 10;

    private readonly Dictionary<int, Pending> _pending = [];
    private readonly Dictionary<int, Gaps> _tasks = [];

    public void See(in KernelEvent e)
    {
        if (_pending.Remove(e.Cpu, out Pending sent) && e.Kind == SchedSwitch && e.A == sent.Pid && e.TimeNs >= sent.TimeNs)
        {
            Add(sent, e.TimeNs - sent.TimeNs);
        }

        if (e is { Kind: IpiSend or WakeIdleWithoutIpi, Pid: > 0 } && e.A != e.Cpu)
        {
            _pending[e.Cpu] = new Pending(e.TimeNs, e.Pid, e.Kind == IpiSend);
        }
    }

    /// <summary>The trace ends: process numbers mean something else in the next.</summary>
    public void Complete()
    {
        foreach (Gaps gaps in _tasks.Values.Where(g => g.Stored.Met >= FewestStores))
        {
            long storedNs = MedianOf(gaps.Stored.KeptNs);
            foreach (long ns in gaps.Sent.KeptNs)
            {
                found.Add(Math.Max(0, ns - storedNs));
            }
        }

        _tasks.Clear();
        _pending.Clear();
    }

    private static long MedianOf(IReadOnlyList<long> timesNs) => timesNs.Order().ElementAt((timesNs.Count - 1) / 2);

    private void Add(Pending sent, long ns)
    {
        if (!_tasks.TryGetValue(sent.Pid, out Gaps? gaps))
        {
            if (_tasks.Count == MostTasks)
            {
                return;
            }

            _tasks.Add(sent.Pid, gaps = new Gaps());
        }

        (sent.ByIpi ? gaps.Sent : gaps.Stored).Add(ns);
    }

    private readonly record struct Pending(long TimeNs, int Pid, bool ByIpi);

    private sealed class Gaps
    {
        public SampleList Sent { get; } = new();

        public SampleList Stored { get; } = new();
    }
}
