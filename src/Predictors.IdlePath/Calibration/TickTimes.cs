using Predictors.Traces;

namespace Predictors.IdlePath;

/// <summary>The times between the ticks of a CPU, where they lie close enough together to be consecutive.</summary>
/// <param name="found">Where they go.</param>
internal sealed class TickTimes(SampleList found)
{
    /// <summary>No kernel ticks less often than 100 times a second.</summary>
    public const long LongestNs = 12_000_000;

    private const long ShortestNs = 100_000;

    private readonly Dictionary<int, long> _lastNs = [];

    public void See(in KernelEvent e)
    {
        if (e is not { Kind: KernelEventKind.HrtimerExpire, C: 1 })
        {
            return;
        }

        if (_lastNs.TryGetValue(e.Cpu, out long lastNs) && e.TimeNs - lastNs is >= ShortestNs and <= LongestNs)
        {
            found.Add(e.TimeNs - lastNs);
        }

        _lastNs[e.Cpu] = e.TimeNs;
    }

    /// <summary>The trace ends.</summary>
    public void Complete() => _lastNs.Clear();
}
