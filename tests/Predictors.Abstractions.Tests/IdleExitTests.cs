using CsCheck;

namespace Predictors.Abstractions.Tests;

internal sealed class IdleExitTests
{
    [Test]
    public void Members_SetInAnyWay_AreTheSame()
    {
        Gen.Select(Gen.Long, Gen.Bool, Gen.Bool, Gen.Enum<WakeCause>()).Sample((ns, caught, taskRan, cause) =>
        {
            var made = new IdleExit(ns, ns + 1, ns + 2, caught, cause, taskRan);
            var set = new IdleExit { TaskRan = taskRan, Cause = cause, Caught = caught, HaltNs = ns + 2, PolledNs = ns + 1, IdleNs = ns };
            return made.Equals(set)
                && (set.IdleNs, set.PolledNs, set.HaltNs) == (ns, ns + 1, ns + 2)
                && (set.Caught, set.TaskRan, set.Cause) == (caught, taskRan, cause);
        });
    }
}
