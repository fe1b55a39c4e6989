namespace Predictors.Traces;

/// <summary>Gathers the steps of the haltpoll governor, per CPU of the guest.</summary>
internal abstract class GuestSteps
{
    /// <summary>The steps by the probes of the governor where the recording has them, else by time.</summary>
    public static GuestSteps For(IKernelEventReader events) =>
        events.KindsAtStart.Contains(KernelEventKind.GovernorReflect) ? new GuestStepsByProbe() : new GuestStepsByTime();

    /// <summary>Takes the next event; steps that it completes go to the queue.</summary>
    public abstract void Take(in KernelEvent e, Queue<RecordedStep> steps);

    /// <summary>Completes what is open at the end of the recording.</summary>
    public abstract void End(Queue<RecordedStep> steps);

    protected static RecordedStep Gap(int cpu, in KernelEvent e) => new()
    {
        Kind = RecordedStepKind.Gap,
        DecisionPlace = DecisionPlace.Guest,
        Vcpu = cpu,
        TimeNs = e.TimeNs,
        Place = e.Place,
    };
}
