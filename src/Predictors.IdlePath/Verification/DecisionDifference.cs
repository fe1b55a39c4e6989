using Predictors.Abstractions;
using Predictors.Traces;

namespace Predictors.IdlePath;

/// <summary>One decision in which a predictor and the recording kernel differ.</summary>
public sealed record DecisionDifference
{
    /// <summary>The line or byte at which the recorded decision stands.</summary>
    public required long Place { get; init; }

    /// <summary>Whose rule decided.</summary>
    public required DecisionPlace DecisionPlace { get; init; }

    /// <summary>The vCPU: in a guest's recording its CPU, in a host's the thread (pid) that runs it.</summary>
    public required int Vcpu { get; init; }

    /// <summary>The instant on the trace's clock, in ns.</summary>
    public required long TimeNs { get; init; }

    /// <summary>The input of the decision.</summary>
    public required IdleExit Exit { get; init; }

    /// <summary>The recorded window before the decision, in ns, or <see cref="IdleEntry.UnknownNs"/>.</summary>
    public required long RecordedBeforeNs { get; init; }

    /// <summary>The predictor's window before the decision, in ns.</summary>
    public required long PredictedBeforeNs { get; init; }

    /// <summary>The recorded window after the decision, in ns, or <see cref="IdleEntry.UnknownNs"/>.</summary>
    public required long RecordedAfterNs { get; init; }

    /// <summary>The predictor's window after the decision, in ns.</summary>
    public required long PredictedAfterNs { get; init; }
}
