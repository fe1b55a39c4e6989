namespace Predictors.IdlePath;

/// <summary>What the exitless timer's agent burns for a run: its CPU does nothing else, whatever the predictor, and is shared by some vCPUs.</summary>
public static class AgentShare
{
    /// <summary>The share of a run.</summary>
    /// <param name="setup">How the machine is set up.</param>
    /// <param name="spanNs">The length of the run, in ns.</param>
    /// <param name="vcpus">The vCPUs of the run.</param>
    /// <returns>The CPU time, in ns; 0 where there is no agent.</returns>
    public static long Of(MachineSetup setup, long spanNs, int vcpus)
    {
        ArgumentNullException.ThrowIfNull(setup);
        return setup.Timer == TimerPath.Exitless ? (long)((Int128)spanNs * vcpus / (setup.AgentVcpus ?? Math.Max(vcpus, 1))) : 0;
    }

    /// <summary>The part of a share that each of a run's blocks bears: all the same, but for what does not divide.</summary>
    /// <param name="shareNs">The share, in ns.</param>
    /// <param name="blocks">The number of blocks.</param>
    /// <returns>The parts, in the order of the blocks; their sum is the share.</returns>
    public static IEnumerable<long> Spread(long shareNs, int blocks)
    {
        for (int i = 0; i < blocks; i++)
        {
            yield return (shareNs / blocks) + (i < shareNs % blocks ? 1 : 0);
        }
    }
}
