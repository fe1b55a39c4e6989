using Predictors.IdlePath;

namespace Predictors.Reporting;

/// <summary>What a run was made with, as it was given on the command line.</summary>
/// <param name="Profile">The name of the machine profile.</param>
/// <param name="Timer">The timer path.</param>
/// <param name="HostPoll">The SPEC of the host's own halt polling, or <c>off</c>.</param>
/// <param name="Loop"><c>open</c> or <c>closed</c>.</param>
public sealed record RunSettings(string Profile, string Timer, string HostPoll, string Loop)
{
    /// <summary>How the machine was set up.</summary>
    public MachineSetup Setup { get; init; } = new();
}
