using Predictors.Abstractions;
using Predictors.IdlePath;

namespace Predictors.Reporting;

/// <summary>What a machine's setup has that the defaults have not, as on the command line. The timer path stands by itself in every report.</summary>
internal static class SetupText
{
    /// <summary>Names in kebab-case, and values.</summary>
    public static IEnumerable<(string Name, string Value)> Of(MachineSetup setup)
    {
        var usual = new MachineSetup();
        if (setup.PollPlace != usual.PollPlace)
        {
            yield return ("poll-place", KebabText.Of(setup.PollPlace));
        }

        if (setup.Timer == TimerPath.Exitless || setup.ScanPeriodNs != usual.ScanPeriodNs)
        {
            yield return ("scan-period", Duration.Format(setup.ScanPeriodNs));
        }

        if (setup.AgentVcpus is { } vcpus)
        {
            yield return ("agent-vcpus", NumberText.Exact(vcpus));
        }

        if (!setup.StopsTick)
        {
            yield return ("nohz", "off");
        }

        if (setup.Ipi != usual.Ipi)
        {
            yield return ("ipi", KebabText.Of(setup.Ipi));
        }

        if (setup.HostLoadShare > 0)
        {
            yield return ("host-load", NumberText.Exact(setup.HostLoadShare));
            yield return ("host-slice", Duration.Format(setup.HostSliceNs));
        }

        if (setup.Governor != usual.Governor)
        {
            yield return ("host-governor", KebabText.Of(setup.Governor));
        }

        if (setup.SiblingSlowdownPercent > 0)
        {
            yield return ("sibling-slowdown", NumberText.Exact(setup.SiblingSlowdownPercent));
        }

        if (setup.PauseLoopExits)
        {
            yield return ("pause-loop-exits", "on");
        }

        if (setup.IpisToPollers)
        {
            yield return ("poll-wake", "ipi");
        }

        if (setup.Seed != usual.Seed)
        {
            yield return ("machine-seed", setup.Seed.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }
}
