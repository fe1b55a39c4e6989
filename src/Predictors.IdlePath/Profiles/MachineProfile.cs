namespace Predictors.IdlePath;

/// <summary>The named set of costs of one kind of machine. The JSON is described in this folder's README.</summary>
public sealed record MachineProfile
{
    /// <summary>The name, in kebab-case.</summary>
    public required string Name { get; init; }

    /// <summary>What machine it stands for.</summary>
    public required string Description { get; init; }

    /// <summary>The costs.</summary>
    public required ProfileCosts Costs { get; init; }

    /// <summary>The host's C-states, shallow to deep: both figures ascend.</summary>
    public required IReadOnlyList<ProfileCState> CStates { get; init; }

    /// <summary>The guest's tick period, or null: then that of a kernel built with HZ=250.</summary>
    public ProfilePeriod? TickPeriod { get; init; }

    /// <summary>Costs that only some setups have, or null where the profile has none of them.</summary>
    public ProfileModeCosts? ModeCosts { get; init; }

    /// <summary>Whether the host's own halt polling is in the figures, as it is where a guest's recording told them; null where it is not.</summary>
    public bool? HostPollingIncluded { get; init; }
}
