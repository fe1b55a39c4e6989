using Predictors.Abstractions;

namespace Predictors.IdlePath.Tests;

/// <summary>Returns given poll windows one after the other, from the first again after the last.</summary>
internal struct Scripted(IReadOnlyList<long> windowsNs, List<Decision>? seen) : IIdlePredictor
{
    private int _next;
    private IdleEntry _entry;

    public long PredictPollNs(in IdleEntry entry)
    {
        _entry = entry;
        return windowsNs.Count == 0 ? PollWindow.None : windowsNs[_next++ % windowsNs.Count];
    }

    public readonly void Observe(in IdleExit exit) => seen?.Add(new Decision(_entry, exit));
}
