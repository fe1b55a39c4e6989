using Predictors.Abstractions;

namespace Predictors.Traces;

/// <summary>The timers that are armed, by CPU, as far as the recording has shown them.</summary>
internal sealed class TimerTable
{
    /// <summary>How many timers may be armed at once; further ones are not followed.</summary>
    public const int MaxArmed = 65_536;

    // A timer that is due later is on another clock (time of day) or means never.
    private const long MaxAheadNs = 366L * 86_400 * 1_000_000_000;

    // A timer that should have expired this long ago was cancelled unseen.
    private const long OverdueNs = 1_000_000;

    private readonly Dictionary<long, ArmedTimer> _armed = [];
    private readonly CpuTimers?[] _cpus = new CpuTimers?[TraceLimits.MaxVcpu + 1];
    private long _lastVersion;

    /// <summary>Notes that a timer was armed.</summary>
    /// <returns>False where there are too many to follow.</returns>
    public bool Start(int cpu, in KernelEvent started)
    {
        CpuTimers timers = _cpus[cpu] ??= new CpuTimers();
        bool followed = started.B - started.TimeNs <= MaxAheadNs;
        if (started.C == 1)
        {
            timers.Tick = started.A;
            timers.TickNs = followed ? started.B : IdleEntry.UnknownNs;
            return true;
        }

        if (!followed)
        {
            _armed.Remove(started.A);
            return true;
        }

        if (_armed.Count >= MaxArmed && !_armed.ContainsKey(started.A))
        {
            return false;
        }

        long version = ++_lastVersion;
        _armed[started.A] = new ArmedTimer(started.B, version, cpu, started.TimeNs, started.C == 2);
        timers.Add(_armed, started.A, version, started.B);
        return true;
    }

    /// <summary>Notes that a timer was cancelled.</summary>
    public void Cancel(int cpu, long timer)
    {
        if (_cpus[cpu] is { } timers && timers.Tick == timer)
        {
            timers.TickNs = IdleEntry.UnknownNs;
        }

        _armed.Remove(timer);
    }

    /// <summary>Notes that a timer expired.</summary>
    /// <returns>The timer as it was armed; of the tick only for when. <see cref="ArmedTimer.None"/> where that was not seen.</returns>
    public ArmedTimer Expire(int cpu, in KernelEvent expired)
    {
        if (expired.C != 1)
        {
            return _armed.Remove(expired.A, out ArmedTimer armed) ? armed : ArmedTimer.None;
        }

        if (_cpus[cpu] is not { } timers || timers.Tick != expired.A)
        {
            return ArmedTimer.None;
        }

        long expiresNs = timers.TickNs;
        timers.TickNs = IdleEntry.UnknownNs;
        return ArmedTimer.None with { ExpiresNs = expiresNs };
    }

    /// <summary>Time to the next timer of a CPU, in ns, or <see cref="IdleEntry.UnknownNs"/>.</summary>
    public long Next(int cpu, long nowNs, bool withTick)
    {
        if (_cpus[cpu] is not { } timers)
        {
            return IdleEntry.UnknownNs;
        }

        long nextNs = timers.Earliest(_armed, nowNs - OverdueNs);
        bool tickIsDue = withTick && timers.TickNs != IdleEntry.UnknownNs && timers.TickNs >= nowNs - OverdueNs;
        if (tickIsDue && (nextNs == IdleEntry.UnknownNs || timers.TickNs < nextNs))
        {
            nextNs = timers.TickNs;
        }

        return nextNs == IdleEntry.UnknownNs ? nextNs : Math.Max(0, nextNs - nowNs);
    }

    /// <summary>Forgets the timers of a CPU: events of it were lost.</summary>
    public void Forget(int cpu)
    {
        if (_cpus[cpu] is { } timers)
        {
            timers.Forget(_armed);
        }
    }
}
