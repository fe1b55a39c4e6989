using System.Globalization;

namespace Predictors.Traces;

/// <summary>Finds the guests in a host's recording. Which threads belong together is told by their process.</summary>
internal sealed class GuestScan
{
    private const int MaxThreads = TraceLimits.MaxVcpu + 1;
    private readonly SortedDictionary<int, Seen> _threads = [];

    /// <summary>Whether events of these kinds are of a KVM host whose vCPUs' halts can be followed.</summary>
    public static bool IsHost(IReadOnlySet<KernelEventKind> kinds) =>
        kinds.Contains(KernelEventKind.KvmVcpuWakeup)
        || (kinds.Contains(KernelEventKind.KvmEntry) && (kinds.Contains(KernelEventKind.KvmExit) || kinds.Contains(KernelEventKind.KvmHalt)));

    /// <summary>Reads a recording to its end.</summary>
    /// <param name="events">Its events, from the beginning.</param>
    /// <returns>The guests, in the order of their numbers.</returns>
    /// <exception cref="TraceFormatException">The recording can't be read.</exception>
    public static IReadOnlyList<RecordedGuest> Read(IKernelEventReader events)
    {
        var scan = new GuestScan();
        var buffer = new KernelEvent[4096];
        int count;
        while ((count = events.Read(buffer)) > 0)
        {
            foreach (ref readonly KernelEvent e in buffer.AsSpan(0, count))
            {
                scan.Take(e);
            }
        }

        return scan.Guests();
    }

    /// <summary>Takes note of an event.</summary>
    public void Take(in KernelEvent e)
    {
        bool own = e.Kind is KernelEventKind.KvmVcpuWakeup or KernelEventKind.KvmExit or KernelEventKind.KvmEntry or KernelEventKind.KvmHalt;
        if (!own || e.Pid <= 0 || (_threads.Count >= MaxThreads && !_threads.ContainsKey(e.Pid)))
        {
            return;
        }

        if (!_threads.TryGetValue(e.Pid, out Seen seen))
        {
            seen = new Seen(Process: 0, Vcpu: -1);
        }

        bool numbered = e.Kind is KernelEventKind.KvmExit or KernelEventKind.KvmEntry && e.A is >= 0 and <= TraceLimits.MaxVcpu;
        _threads[e.Pid] = new Seen(e.Process > 0 ? e.Process : seen.Process, numbered ? (int)e.A : seen.Vcpu);
    }

    /// <summary>The guests that were seen.</summary>
    public IReadOnlyList<RecordedGuest> Guests()
    {
        var groups = new SortedDictionary<int, List<int>>();
        List<int> apart = [.. _threads.Where(t => t.Value.Process == 0).Select(t => t.Key)];
        bool together = AreNumbered(apart);
        foreach ((int thread, Seen seen) in _threads)
        {
            int group = seen.Process > 0 ? seen.Process : together ? apart[0] : thread;
            if (!groups.TryGetValue(group, out List<int>? members))
            {
                groups.Add(group, members = []);
            }

            members.Add(thread);
        }

        return [.. groups.Select(g => Guest(g.Key, g.Value))];
    }

    private RecordedGuest Guest(int number, List<int> threads)
    {
        bool numbered = AreNumbered(threads);
        return new RecordedGuest(
            number.ToString(CultureInfo.InvariantCulture),
            _threads[threads[0]].Process,
            [.. threads.Select((t, i) => new GuestThread(numbered ? _threads[t].Vcpu : i, t)).OrderBy(t => t.Vcpu)],
            numbered);
    }

    // Threads of one guest have different numbers, and all of them one.
    private bool AreNumbered(List<int> threads) =>
        threads.Count > 0
        && threads.TrueForAll(t => _threads[t].Vcpu >= 0)
        && threads.Select(t => _threads[t].Vcpu).Distinct().Count() == threads.Count;

    private readonly record struct Seen(int Process, int Vcpu);
}
