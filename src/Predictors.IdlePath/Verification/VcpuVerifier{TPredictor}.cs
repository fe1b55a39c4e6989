using Predictors.Abstractions;
using Predictors.Traces;

namespace Predictors.IdlePath;

/// <summary>Gives one vCPU's recorded steps to its predictor and compares the windows.</summary>
internal sealed class VcpuVerifier<TPredictor>(TPredictor predictor, string name, string placeUnit)
    where TPredictor : struct, IIdlePredictor
{
    private readonly List<DecisionDifference> _first = [];
    private TPredictor _predictor = predictor;
    private Knowledge _knowledge = Knowledge.Assumed;

    /// <summary>The decision whose outcome is not known yet: what the predictor makes of it shows when it is asked the next time.</summary>
    private RecordedStep? _open;
    private long _openWindowNs;
    private bool _openIsApproximate;
    private long _lastNs;
    private long _place;

    /// <summary>What is known of the kernel's window.</summary>
    private enum Knowledge
    {
        /// <summary>Nothing yet: it is taken to have been the predictor's initial one at the beginning of the recording.</summary>
        Assumed,

        /// <summary>It was seen to be the predictor's.</summary>
        Same,

        /// <summary>It was something else at the beginning, or events were lost: what follows can't be compared.</summary>
        Other,
    }

    public long Equal { get; private set; }

    public long Different { get; private set; }

    public long NotCompared { get; private set; }

    public long WithoutDecision { get; private set; }

    public IReadOnlyList<DecisionDifference> First => _first;

    public void Take(in RecordedStep step, bool approximate)
    {
        (_lastNs, _place) = (step.TimeNs, step.Place);
        long windowNs = Predict(step.TimeNs - step.Exit.IdleNs, step.Vcpu);
        Settle(windowNs);
        if (step.Kind == RecordedStepKind.Gap)
        {
            _knowledge = Knowledge.Other;
            return;
        }

        if (step.Kind == RecordedStepKind.HaltWithoutDecision)
        {
            WithoutDecision++;
            return;
        }

        Meet(step.WindowBeforeNs, windowNs);
        Observe(in step);
        if (step.Kind == RecordedStepKind.Poll)
        {
            return;
        }

        if (_knowledge == Knowledge.Other)
        {
            NotCompared++;
            return;
        }

        (_open, _openWindowNs, _openIsApproximate) = (step, windowNs, approximate);
        if (_predictor is ITracedWindow traced)
        {
            Settle(traced.TracedWindowNs);
        }
    }

    public void End()
    {
        if (_open is { } step)
        {
            Settle(Predict(_lastNs, step.Vcpu));
        }
    }

    /// <summary>Learns from a recorded window whether the predictor follows.</summary>
    private void Meet(long recordedNs, long windowNs)
    {
        if (recordedNs == IdleEntry.UnknownNs)
        {
            return;
        }

        if (_knowledge == Knowledge.Assumed && (recordedNs != windowNs || Different > 0))
        {
            // The assumption was wrong: the recording begins later than the rule.
            NotCompared += Equal + Different;
            (Equal, Different) = (0, 0);
            _first.Clear();
            _knowledge = Knowledge.Other;
        }

        if (recordedNs == windowNs)
        {
            _knowledge = Knowledge.Same;
        }
    }

    /// <summary>Compares the open decision, now that the predictor's window after it is known.</summary>
    private void Settle(long afterNs)
    {
        if (_open is not { } step)
        {
            return;
        }

        _open = null;
        long recordedNs = step.WindowAfterNs == RecordedStep.UnchangedNs ? _openWindowNs : step.WindowAfterNs;
        if (Same(step.WindowBeforeNs, _openWindowNs) && Same(recordedNs, afterNs))
        {
            Equal++;
            return;
        }

        Different++;
        if (_first.Count < VerificationResult.MaxFirst)
        {
            _first.Add(new DecisionDifference
            {
                Place = step.Place,
                DecisionPlace = step.DecisionPlace,
                Vcpu = step.Vcpu,
                TimeNs = step.TimeNs,
                Exit = step.Exit,
                RecordedBeforeNs = step.WindowBeforeNs,
                PredictedBeforeNs = _openWindowNs,
                RecordedAfterNs = recordedNs,
                PredictedAfterNs = afterNs,
            });
        }

        if (_openIsApproximate)
        {
            _knowledge = Knowledge.Other;
        }

        static bool Same(long recordedNs, long predictedNs) => recordedNs == IdleEntry.UnknownNs || recordedNs == predictedNs;
    }

    private long Predict(long nowNs, int vcpu)
    {
        var entry = new IdleEntry
        {
            Vcpu = vcpu,
            NowNs = Math.Max(0, nowNs),
            BusyNs = IdleEntry.UnknownNs,
            NextTimerNs = IdleEntry.UnknownNs,
        };
        long windowNs;
        try
        {
            windowNs = _predictor.PredictPollNs(in entry);
        }
        catch (Exception e)
        {
            throw Fault(nameof(IIdlePredictor.PredictPollNs), e);
        }

        return windowNs is >= PollWindow.None and <= PollWindow.MaxNs
            ? windowNs
            : throw new PredictorFaultException(
                $"{name} returned a window of {windowNs} ns at {placeUnit} {_place}: a window is 0 to {PollWindow.MaxNs} ns.");
    }

    private void Observe(in RecordedStep step)
    {
        try
        {
            _predictor.Observe(step.Exit);
        }
        catch (Exception e)
        {
            throw Fault(nameof(IIdlePredictor.Observe), e);
        }
    }

    private PredictorFaultException Fault(string call, Exception e) =>
        new($"{name} threw {e.GetType().Name} in {call} at {placeUnit} {_place}: {e.Message}", e);
}
