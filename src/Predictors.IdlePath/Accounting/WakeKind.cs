using System.Runtime.CompilerServices;
using Predictors.Abstractions;

namespace Predictors.IdlePath;

/// <summary>
/// The kinds of wake-up. What follows an arrival costs the same for all wake-ups of one kind, so the loop counts kinds, and costs are
/// multiplied out afterwards. A kind is numbered by how far the vCPU had come, what the wake-up led to, and the wake cause.
/// </summary>
internal static class WakeKind
{
    /// <summary>The guest polled.</summary>
    public const int Caught = 0;

    /// <summary>The guest had not halted yet.</summary>
    public const int Abandoned = 1;

    /// <summary>The HLT exit was under way.</summary>
    public const int Exiting = 2;

    /// <summary>The host polled.</summary>
    public const int HostCaught = 3;

    /// <summary>The vCPU thread was blocked, or about to be; plus the depth of sleep, 0 to <see cref="MaxDepth"/>.</summary>
    public const int Blocked = 4;

    /// <summary>The deepest sleep: so many C-states a profile may have.</summary>
    public const int MaxDepth = 7;

    /// <summary>No task ran.</summary>
    public const int NoTask = 0;

    /// <summary>A task ran.</summary>
    public const int Task = 1;

    /// <summary>The stopped tick was restarted and a task ran.</summary>
    public const int TaskAfterRestart = 2;

    /// <summary>How far a vCPU can have come.</summary>
    public const int Situations = Blocked + MaxDepth + 1;

    /// <summary>What a wake-up can lead to.</summary>
    public const int Outcomes = 3;

    /// <summary>Wake causes, rounded up to a power of two.</summary>
    public const int Causes = 8;

    /// <summary>How many kinds there are.</summary>
    public const int Count = Situations * Outcomes * Causes;


    /// <summary>The kind's number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Of(int situation, int outcome, WakeCause cause) => (((situation * Outcomes) + outcome) * Causes) + ((int)cause & (Causes - 1));

    public static int SituationOf(int kind) => kind / (Outcomes * Causes);

    public static int OutcomeOf(int kind) => kind / Causes % Outcomes;

    public static WakeCause CauseOf(int kind) => (WakeCause)(kind % Causes);
}
