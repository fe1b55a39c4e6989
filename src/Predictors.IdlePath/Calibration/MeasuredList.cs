namespace Predictors.IdlePath;

/// <summary>Sums up all that was measured, in the order of a wake-up.</summary>
internal static class MeasuredList
{
    public static IEnumerable<MeasuredTimes> Of(WakeSamples samples, SampleSummary summary)
    {
        IEnumerable<MeasuredTimes> all =
        [
            .. summary.Of("arrival-to-run", "halted: from the arrival until the task runs", samples.ArrivalToRun),
            .. summary.Of("ipi-to-handler", "halted: from the IPI's sending to its handler", samples.IpiToHandler),
            .. summary.Of("timer-to-handler", "halted: from the timer's expiry to its handler", samples.TimerToHandler),
            .. summary.Of("ipi-to-exit", "halted, segments only: from the IPI to the idle exit", samples.IpiToExit),
            .. summary.Of("timer-to-exit", "halted, segments only: from the timer's expiry to the idle exit", samples.TimerToExit),
            summary.Of("handler-to-run-tick-stopped", "halted, tick stopped: from the handler until the task runs", samples.HandlerToRunTickStopped),
            summary.Of("handler-to-run-tick-running", "halted, tick running: from the handler until the task runs", samples.HandlerToRunTickRunning),
            summary.Of("exit-to-run-tick-running", "tick running: from leaving the idle state until the task runs", samples.ExitToRunTickRunning),
            summary.Of("store-to-run-tick-running", "caught before the tick was stopped: from the store until the task runs", samples.StoreToRunTickRunning),
            summary.Of("store-to-run-tick-stopped", "caught on the way into the halt: from the store until the task runs", samples.StoreToRunTickStopped),
            summary.Of("tick-stop-to-halt", "from the tick's stop to the halt", samples.TickStopToHalt),
            summary.Of("ipi-send", "the waker: by how much an IPI takes longer than a store", samples.IpiSend),
            summary.Of("tick-to-tick", "from one tick to the next", samples.TickToTick),
        ];
        return all.Where(times => times.Count > 0);
    }
}
