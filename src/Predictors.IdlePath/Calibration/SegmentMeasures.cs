using Predictors.Abstractions;
using Predictors.Traces;

namespace Predictors.IdlePath;

/// <summary>Measures the halted wake-ups of one trace, segment by segment.</summary>
/// <param name="events">The recording's events, if it has any.</param>
/// <param name="samples">Where the measured times go.</param>
/// <param name="fallAsleepNs">How long a vCPU takes from HLT until its thread is blocked: not seen from within the guest.</param>
internal sealed class SegmentMeasures(EventObserver events, WakeSamples samples, long fallAsleepNs)
{
    private readonly Dictionary<int, WakeStepFinder> _finders = [];

    public void Add(SegmentChunk chunk)
    {
        if (!_finders.TryGetValue(chunk.Vcpu, out WakeStepFinder? finder))
        {
            _finders.Add(chunk.Vcpu, finder = new WakeStepFinder(events.Instants.Of(chunk.Vcpu)));
        }

        for (int i = 0; i < chunk.Count; i++)
        {
            SegmentFlags flags = chunk.Flags[i];
            WakeSteps steps = finder.Next(chunk.EntryNs[i], chunk.ArrivalNs[i], chunk.ExitNs[i], (flags & SegmentFlags.TaskRan) != 0);
            bool polled = chunk.RecordedWindowNs is { } windows && windows[i] > 0;
            bool interrupted = chunk.Causes[i] is WakeCause.RescheduleIpi or WakeCause.OtherIpi or WakeCause.Timer;
            if (!polled && interrupted)
            {
                AddHalt(chunk, i, steps);
            }
        }
    }

    private void AddHalt(SegmentChunk chunk, int i, WakeSteps steps)
    {
        (long entryNs, long arrivalNs, long exitNs) = (chunk.EntryNs[i], chunk.ArrivalNs[i], chunk.ExitNs[i]);
        if (steps.TickStoppedNs != WakeSteps.NotSeen)
        {
            samples.TickStopToHalt.Add(entryNs - steps.TickStoppedNs);
        }

        if (steps is { RunNs: not WakeSteps.NotSeen, InterruptNs: not WakeSteps.NotSeen })
        {
            AddHandlerToRun(steps, exitNs);
        }

        long asleepNs = arrivalNs - entryNs - fallAsleepNs;
        if (asleepNs < 0 || (chunk.Flags[i] & SegmentFlags.ArrivalMeasured) == 0)
        {
            // An arrival before the vCPU sleeps waits for the way into the halt to end; what an estimated one costs is not known.
            return;
        }

        bool byTimer = chunk.Causes[i] == WakeCause.Timer;
        if (!events.HasEvents)
        {
            (byTimer ? samples.TimerToExit : samples.IpiToExit).Add(asleepNs, exitNs - arrivalNs);
        }
        else if (steps.InterruptNs != WakeSteps.NotSeen)
        {
            (byTimer ? samples.TimerToHandler : samples.IpiToHandler).Add(asleepNs, steps.InterruptNs - arrivalNs);
            if (steps.RunNs != WakeSteps.NotSeen)
            {
                samples.ArrivalToRun.Add(asleepNs, steps.RunNs - arrivalNs);
            }
        }
    }

    private void AddHandlerToRun(WakeSteps steps, long exitNs)
    {
        if (!events.Instants.HoldsTickStops || steps.IsTickStopped is not { } stopped)
        {
            return;
        }

        if (stopped)
        {
            samples.HandlerToRunTickStopped.Add(steps.RunNs - steps.InterruptNs);
        }
        else
        {
            samples.HandlerToRunTickRunning.Add(steps.RunNs - steps.InterruptNs);
            samples.ExitToRunTickRunning.Add(steps.RunNs - exitNs);
        }
    }
}
