using Predictors.Abstractions;

namespace Predictors.Traces;

/// <summary>One step of the kernel's poll rule on one vCPU: its input and what came out.</summary>
public readonly record struct RecordedStep
{
    /// <summary>Stands for a window after the step that is the same as before: the kernel traced no change.</summary>
    public const long UnchangedNs = -2;

    /// <summary>What it is.</summary>
    public required RecordedStepKind Kind { get; init; }

    /// <summary>Whose rule it is.</summary>
    public required DecisionPlace DecisionPlace { get; init; }

    /// <summary>The vCPU: in a guest's recording its CPU, in a host's the thread (pid) that runs it.</summary>
    public required int Vcpu { get; init; }

    /// <summary>The instant of the recorded event on the trace's clock, in ns.</summary>
    public long TimeNs { get; init; }

    /// <summary>The line or byte at which the event stands.</summary>
    public long Place { get; init; }

    /// <summary>
    /// How the idle period went. A host's recording does not tell how much of a halt was polled: one that was not caught
    /// counts as slept from its beginning.
    /// </summary>
    public IdleExit Exit { get; init; }

    /// <summary>The window that was in force, in ns, or <see cref="IdleEntry.UnknownNs"/>.</summary>
    public long WindowBeforeNs { get; init; }

    /// <summary>
    /// The window that the kernel traced afterwards, in ns, <see cref="UnchangedNs"/>, or <see cref="IdleEntry.UnknownNs"/>
    /// where the recording ends before it could tell.
    /// </summary>
    public long WindowAfterNs { get; init; }
}
