using Predictors.Abstractions;

namespace Predictors.Plugins.HaltPoll;

/// <summary>Makes <c>haltpoll</c>: the rule of Linux's cpuidle governor of that name.</summary>
public sealed class HaltPollFactory : IPredictorFactory<HaltPollPredictor>
{
    private const string ShrinkResets = "6.12";

    private static readonly DurationParameter s_max =
        new("max", "The cap of the window; halts that last longer shrink it.", defaultNs: 200_000, maxNs: uint.MaxValue)
        {
            KernelNames = ["guest_halt_poll_ns", "ghp_ns"],
        };

    private static readonly IntegerParameter s_grow =
        new("grow", "The window is multiplied by this when it grows; 0 sets it to grow-start.", defaultValue: 2, min: 0, max: uint.MaxValue)
        {
            KernelNames = ["guest_halt_poll_grow", "ghp_grow"],
        };

    private static readonly DurationParameter s_growStart =
        new("grow-start", "The least window after growing.", defaultNs: 50_000, maxNs: uint.MaxValue)
        {
            KernelNames = ["guest_halt_poll_grow_start", "ghp_grow_start"],
        };

    private static readonly IntegerParameter s_shrink =
        new("shrink", "The window is divided by this when it shrinks; 0 sets it to 0.", defaultValue: 2, min: 0, max: uint.MaxValue)
        {
            KernelNames = ["guest_halt_poll_shrink", "ghp_shrink"],
        };

    private static readonly SwitchParameter s_allowShrink =
        new("allow-shrink", "Whether the window may shrink at all.", defaultValue: true)
        {
            KernelNames = ["guest_halt_poll_allow_shrink", "ghp_allow_shrink"],
        };

    private static readonly ChoiceParameter s_revision =
        new("revision", "The kernel whose rule it is: 6.12 sets a window to 0 that shrinks below grow-start, 6.1 does not.", ShrinkResets, "6.1")
        {
            KernelNames = ["kernel"],
        };

    /// <inheritdoc/>
    public PredictorDescription Description { get; } =
        new("haltpoll", "Linux's guest halt polling (cpuidle governor haltpoll).", s_max, s_grow, s_growStart, s_shrink, s_allowShrink, s_revision)
        {
            SwitchesHostPollingOff = true,
            AppliedBy = new KernelModule(
                "haltpoll",
                KernelPlace.Guest,
                new ModuleParameter(s_max, "guest_halt_poll_ns"),
                new ModuleParameter(s_grow, "guest_halt_poll_grow"),
                new ModuleParameter(s_growStart, "guest_halt_poll_grow_start"),
                new ModuleParameter(s_shrink, "guest_halt_poll_shrink"),
                new ModuleParameter(s_allowShrink, "guest_halt_poll_allow_shrink"))
            {
                Conditions =
                [
                    "The guest uses the cpuidle driver haltpoll (/sys/devices/system/cpu/cpuidle/current_driver): it loads where the host gives "
                    + "the hint KVM_HINTS_REALTIME or with cpuidle_haltpoll.force=1, and without any idle= boot option.",
                    "A governor that is built into the kernel has no modprobe.d: then the kernel command line is what lasts.",
                ],
            },
        };

    /// <inheritdoc/>
    public HaltPollPredictor Create(ParameterValues values, int vcpu)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new HaltPollPredictor(
            (uint)values.Get(s_max),
            (uint)values.Get(s_grow),
            (uint)values.Get(s_growStart),
            (uint)values.Get(s_shrink),
            values.Get(s_allowShrink),
            shrinkResets: values.Get(s_revision) == ShrinkResets);
    }
}
