using Predictors.Abstractions;

namespace Predictors.Ranking;

/// <summary>What beside its length decides what an idle period costs.</summary>
/// <param name="Cause">The wake cause.</param>
/// <param name="TaskRan">Whether a task ran.</param>
/// <param name="TickRuns">Whether the tick is known to run at the entry.</param>
internal readonly record struct IdleKind(WakeCause Cause, bool TaskRan, bool TickRuns) : IComparable<IdleKind>
{
    public int CompareTo(IdleKind other) => (Cause, TaskRan, TickRuns).CompareTo((other.Cause, other.TaskRan, other.TickRuns));
}
