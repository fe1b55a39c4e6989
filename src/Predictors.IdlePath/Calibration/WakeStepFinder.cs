namespace Predictors.IdlePath;

/// <summary>Finds the instants that belong to each segment of one CPU, segments in time order.</summary>
/// <param name="instants">The CPU's instants.</param>
internal sealed class WakeStepFinder(Queue<IdleInstant> instants)
{
    private long _tickStoppedNs = WakeSteps.NotSeen;
    private bool? _isTickStopped;

    /// <param name="entryNs">The segment's entry.</param>
    /// <param name="arrivalNs">The arrival of its wake-up.</param>
    /// <param name="exitNs">Its exit.</param>
    /// <param name="taskRan">Whether a task ran afterwards.</param>
    public WakeSteps Next(long entryNs, long arrivalNs, long exitNs, bool taskRan)
    {
        Pass(entryNs);
        (long tickStoppedNs, bool? isTickStopped) = (_tickStoppedNs, _isTickStopped);
        _tickStoppedNs = WakeSteps.NotSeen;
        long interruptNs = WakeSteps.NotSeen;
        long runNs = WakeSteps.NotSeen;
        while (instants.TryPeek(out IdleInstant instant))
        {
            bool inside = instant.TimeNs <= exitNs;
            if (instant.Kind == IdleInstantKind.Interrupt && (inside || taskRan))
            {
                interruptNs = interruptNs == WakeSteps.NotSeen && inside && instant.TimeNs >= arrivalNs ? instant.TimeNs : interruptNs;
                instants.Dequeue();
                continue;
            }

            runNs = taskRan && instant.Kind == IdleInstantKind.Run && instant.TimeNs >= exitNs ? instant.TimeNs : WakeSteps.NotSeen;
            break;
        }

        return new WakeSteps(tickStoppedNs, isTickStopped, interruptNs, runNs);
    }

    private void Pass(long entryNs)
    {
        while (instants.TryPeek(out IdleInstant instant) && instant.TimeNs <= entryNs)
        {
            instants.Dequeue();
            switch (instant.Kind)
            {
                case IdleInstantKind.TickStopped:
                    (_tickStoppedNs, _isTickStopped) = (instant.TimeNs, true);
                    break;
                case IdleInstantKind.Run:
                    (_tickStoppedNs, _isTickStopped) = (WakeSteps.NotSeen, false);
                    break;
                case IdleInstantKind.Lost:
                    (_tickStoppedNs, _isTickStopped) = (WakeSteps.NotSeen, null);
                    break;
            }
        }
    }
}
