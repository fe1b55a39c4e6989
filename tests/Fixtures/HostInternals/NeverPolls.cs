using Predictors.Abstractions;
using Predictors.IdlePath;

namespace HostInternals;

public readonly struct NeverPolls : IIdlePredictor
{
    public long PredictPollNs(in IdleEntry entry) => MachineProfiles.Names.Count;

    public void Observe(in IdleExit exit)
    {
    }
}
