using Predictors.Abstractions;
using Predictors.Traces;

namespace Predictors.IdlePath;

/// <summary>
/// Holds a predictor's decisions against those that the recording kernel wrote into its trace: the predictor is given
/// the recorded input of every decision and must return the recorded window.
/// </summary>
public static class Verification
{
    /// <summary>Verifies a predictor.</summary>
    /// <param name="events">The recording's events, from its beginning; the caller keeps and disposes of it.</param>
    /// <param name="factory">The predictor's factory, which implements <see cref="IPredictorFactory{TPredictor}"/>.</param>
    /// <param name="values">Its parameters; <see cref="RecordedParameters"/> finds those of the recording kernel.</param>
    /// <param name="hostThreads">The vCPU threads of a host's recording whose decisions count; null for all.</param>
    /// <returns>What was compared, and what differs.</returns>
    /// <exception cref="TraceFormatException">The file is not what it claims to be; the message names file and place.</exception>
    /// <exception cref="PredictorFaultException">The predictor threw, or returned a window that is no window.</exception>
    public static VerificationResult Run(
        IKernelEventReader events, IPredictorFactory factory, ParameterValues values, IReadOnlySet<int>? hostThreads = null)
    {
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(factory);
        ArgumentNullException.ThrowIfNull(values);
        var steps = new RecordedStepReader(events, hostThreads);
        DecisionVerifier verifier = DecisionVerifier.For(factory, values, events.PlaceUnit);
        DecisionPlace? place = null;
        long otherPlace = 0;
        while (steps.Read(out RecordedStep step))
        {
            place ??= step.Kind == RecordedStepKind.Gap ? null : step.DecisionPlace;
            if (step.DecisionPlace == place)
            {
                bool approximate = place == DecisionPlace.Guest && steps.GuestInputsAreApproximate;
                verifier.Take(in step, approximate);
            }
            else if (step.Kind == RecordedStepKind.Halt)
            {
                otherPlace++;
            }
        }

        VerificationResult result = verifier.End();
        return result with { Notes = [.. Notes(result, steps, place, otherPlace)] };
    }

    private static IEnumerable<string> Notes(VerificationResult result, RecordedStepReader steps, DecisionPlace? place, long otherPlace)
    {
        if (place is null)
        {
            yield return "The recording holds no poll decision. A guest writes them with the cpuidle governor haltpoll (event "
                + "power:guest_halt_poll_ns), a host with KVM (events kvm:kvm_vcpu_wakeup and kvm:kvm_halt_poll_ns).";
        }

        if (place == DecisionPlace.Guest && steps.GuestInputsAreApproximate)
        {
            yield return "The lengths of the halts are those between cpu_idle events, a few us longer than what the kernel decided "
                + "upon, so halts near a bound may differ: record the probe 'reflect' (last_residency_ns) for exact ones. After a "
                + "difference a vCPU is compared again once both windows are equal.";
        }

        if (place == DecisionPlace.Host && steps.HostChanges == 0 && result.Decisions > 0)
        {
            yield return "The recording holds no kvm_halt_poll_ns event. That is taken as 'the window never changed'; it says nothing "
                + "where the event was not recorded.";
        }

        if (result.NotCompared > 0)
        {
            yield return $"{result.NotCompared} decisions were not compared: the kernel's window there was not known to be the predictor's, "
                + "because the recording begins later than the rule, has lost events, or follows another rule.";
        }

        if (result.WithoutDecision > 0)
        {
            yield return $"After {result.WithoutDecision} halts the kernel decided nothing: the guest had switched the host's polling off.";
        }

        if (steps.InvalidWakeUps > 0)
        {
            yield return $"{steps.InvalidWakeUps} wake-ups that KVM held invalid were left out: a predictor is not told of them.";
        }

        if (otherPlace > 0)
        {
            string other = place == DecisionPlace.Guest ? "host" : "guest";
            yield return $"{otherPlace} decisions of the {other}'s rule were left out: the recording begins with the other rule's.";
        }
    }
}
