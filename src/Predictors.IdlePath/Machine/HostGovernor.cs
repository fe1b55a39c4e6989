namespace Predictors.IdlePath;

/// <summary>How the host picks the C-state of a pCPU that goes idle.</summary>
public enum HostGovernor
{
    /// <summary>The deepest state that the sleep is long enough for, as if the host had known its length: the best that any rule can do.</summary>
    Hindsight,

    /// <summary>The deepest state that this vCPU's last sleep would have been long enough for; the shallowest at first.</summary>
    LastSleep,
}
